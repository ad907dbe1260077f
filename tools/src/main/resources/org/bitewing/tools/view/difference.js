// What two files differ in: their elements merged by tag, items by their numbers.

/** Signs and words, so that colour is not all that tells. */
export const KINDS = {
    same: { sign: '=', word: 'the same' },
    changed: { sign: '≠', word: 'changed' },
    added: { sign: '+', word: 'only in B' },
    removed: { sign: '−', word: 'only in A' },
    alike: { sign: '≈', word: 'the same as far as compared' },
};

/** Nodes of a tree: { id, kind, difference, a, b, children? }, a and b being elements, or undefined. */
export function differences(a, b, prefix = '') {
    const nodes = [];
    let i = 0;
    let j = 0;
    while (i < a.length || j < b.length) {
        // Tags are hexadecimal digits in lower or upper case alike on both sides; texts sort as their numbers do.
        const order = i === a.length ? 1 : j === b.length ? -1 : compareTexts(a[i].tag, b[j].tag);
        const one = order <= 0 ? a[i++] : undefined;
        const other = order >= 0 ? b[j++] : undefined;
        nodes.push(elementNode(one, other, prefix));
    }
    return nodes;
}

function compareTexts(one, other) {
    return one < other ? -1 : one > other ? 1 : 0;
}

function elementNode(a, b, prefix) {
    const { tag, items } = a ?? b;
    const id = prefix + tag;
    const node = { id, kind: 'element', a, b, text: textOf(a) + '\n' + textOf(b) };
    if (items || b?.items) {
        node.children = [];
        const count = Math.max(a?.items?.length ?? 0, b?.items?.length ?? 0);
        for (let i = 0; i < count; i++) {
            node.children.push(itemNode(a?.items?.[i], b?.items?.[i], `${id}[${i}]`, i));
        }
    }
    node.difference = differenceOf(a, b, node.children);
    return node;
}

function itemNode(a, b, id, i) {
    const children = differences(a ?? [], b ?? [], id + '.');
    return { id, kind: 'item', title: `Item ${i + 1}`, text: '', children,
        difference: presence(a, b) ?? worst(children) };
}

function differenceOf(a, b, children) {
    const oneSided = presence(a, b);
    if (oneSided) {
        return oneSided;
    }
    if (a.vr !== b.vr || a.value !== b.value || a.fragments !== b.fragments || a.itemsLeft !== b.itemsLeft) {
        return 'changed';
    }
    if (a.items || b.items) {
        return a.itemsLeft ? 'alike' : worst(children);
    }
    if (a.cut || b.cut || a.fragments !== undefined || a.unreadable) {
        // The rest of both is not here; other lengths are other values.
        return a.length === b.length ? 'alike' : 'changed';
    }
    return 'same';
}

function presence(a, b) {
    return a === undefined ? 'added' : b === undefined ? 'removed' : undefined;
}

/** What is told of a parent. */
function worst(children) {
    if (children.some(child => child.difference !== 'same' && child.difference !== 'alike')) {
        return 'changed';
    }
    return children.some(child => child.difference === 'alike') ? 'alike' : 'same';
}

function textOf(element) {
    return element ? [element.tag, element.keyword, element.name, element.vr, element.value].join('\n').toLowerCase() : '';
}

/** How many elements, not counting their parents, are changed, added and removed. */
export function counts(nodes, sums = { changed: 0, added: 0, removed: 0 }) {
    for (const node of nodes) {
        const isOneSided = node.difference === 'added' || node.difference === 'removed';
        if (node.kind === 'element' && node.difference in sums && (isOneSided || !node.children?.length)) {
            sums[node.difference]++;
        }
        if (node.children && !isOneSided) {
            counts(node.children, sums);
        }
    }
    return sums;
}

/** The part in which two texts differ: [begin, end of the first, end of the second]. */
export function differingPart(one, other) {
    let begin = 0;
    while (begin < one.length && begin < other.length && one[begin] === other[begin]) {
        begin++;
    }
    let end = 0;
    while (end < one.length - begin && end < other.length - begin
        && one[one.length - 1 - end] === other[other.length - 1 - end]) {
        end++;
    }
    return [begin, one.length - end, other.length - end];
}
