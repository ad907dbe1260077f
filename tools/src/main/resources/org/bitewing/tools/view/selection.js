// Some elements out of a data set in the DICOM JSON model (PS3.18 F): each with the sequences it is in. Items from which
// nothing is taken stay as empty ones, so that the others keep their numbers.

/** paths are like "(0040,0275)[0].(0040,0007)"; those that are not there are left out, and counted. */
export function pick(dataSet, paths) {
    const picked = {};
    const missing = paths.filter(path => !take(dataSet, picked, path.split('.'))).length;
    return { picked: sorted(picked), missing };
}

function take(from, to, [step, ...rest]) {
    const [, group, element, item] = /^\(([0-9a-f]{4}),([0-9a-f]{4})\)(?:\[(\d+)\])?$/i.exec(step);
    const key = (group + element).toUpperCase();
    const source = from[key];
    if (item === undefined) {
        if (source !== undefined) {
            to[key] = source;
        }
        return source !== undefined;
    }
    if (source?.Value?.[item] === undefined) {
        return false;
    }
    if (to[key] === source) {
        return true; // The whole sequence is taken.
    }
    to[key] ??= { vr: source.vr, Value: source.Value.map(() => ({})) };
    return take(source.Value[item], to[key].Value[item], rest);
}

function sorted(dataSet) {
    return Object.fromEntries(Object.entries(dataSet).sort(([one], [other]) => one < other ? -1 : 1));
}
