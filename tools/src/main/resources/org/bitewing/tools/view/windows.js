// Windows (PS3.3 C.11.2.1.2): which there are to choose from, and how dragging changes them.

/** Common windows for CT, in Hounsfield units: what radiographers know by heart. */
const CT = [
    ['Soft tissue', 40, 400], ['Lung', -600, 1500], ['Bone', 480, 2500], ['Brain', 40, 80],
    ['Subdural', 75, 215], ['Stroke', 35, 35], ['Liver', 60, 160], ['Mediastinum', 50, 350], ['Angiography', 300, 600],
];

/** What the file says: the frame is asked for without a window. */
export const FILE = { kind: 'file' };
/** From the least to the largest value. */
export const FULL = { kind: 'full' };

export function chosen(center, width) {
    return { kind: 'chosen', center, width };
}

/** What can be chosen from: { label, group, window }, the first is always what the file says. */
export function presets(info, modality) {
    const list = [{ label: info.window ? named(info.window, 'File') : 'As the file says', group: 'File', window: FILE }];
    info.windows.slice(1).forEach((window, i) => list.push({
        label: named(window, `File ${i + 2}`), group: 'File', window: chosen(window.center, window.width) }));
    list.push({ label: 'Whole range', group: 'File', window: FULL });
    if (modality === 'CT') {
        CT.forEach(([label, center, width]) => list.push({ label, group: 'CT', window: chosen(center, width) }));
    }
    return list;
}

function named(window, otherwise) {
    return window.explanation || otherwise;
}

/** Center and width in numbers, or null where they are not known. */
export function numbers(window, info) {
    switch (window.kind) {
        case 'file':
            return info?.window ?? info?.full ?? null;
        case 'full':
            return info?.full ?? null;
        default:
            return window;
    }
}

export function same(one, other) {
    return one.kind === other.kind && one.center === other.center && one.width === other.width;
}

/** A window changed by dragging: right is wider, down is brighter; steps grow with the width. */
export function dragged(from, dx, dy) {
    const step = Math.max(1, from.width) / 256;
    return chosen(tidy(from.center - dy * step), tidy(Math.max(1, from.width + dx * step)));
}

/** As few digits as make no difference: steps of dragging are no measurements. */
export function tidy(value) {
    return Math.abs(value) >= 1000 ? Math.round(value) : Math.round(value * 10) / 10;
}
