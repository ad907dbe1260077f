// Some elements out of a data set in the DICOM JSON model (PS3.18 F): each with the sequences it is in. Items from which
// nothing is taken stay as empty ones, so that the others keep their numbers.

/** paths are like "(0040,0275)[0].(0040,0007)"; those that are not there are left out. */
export function pick(dataSet, paths) {
    const picked = {};
    for (const path of paths) {
        take(dataSet, picked, path.split('.'));
    }
    return sorted(picked);
}

function take(from, to, [step, ...rest]) {
    const [, group, element, item] = /^\(([0-9a-f]{4}),([0-9a-f]{4})\)(?:\[(\d+)\])?$/i.exec(step);
    const key = (group + element).toUpperCase();
    const source = from[key];
    if (source === undefined) {
        return;
    }
    if (item === undefined) {
        to[key] = source;
        return;
    }
    if (to[key] === source || source.Value?.[item] === undefined) {
        return;
    }
    to[key] ??= { vr: source.vr, Value: source.Value.map(() => ({})) };
    take(source.Value[item], to[key].Value[item], rest);
}

function sorted(dataSet) {
    return Object.fromEntries(Object.entries(dataSet).sort(([one], [other]) => one < other ? -1 : 1));
}
