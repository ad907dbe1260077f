// The elements of a file as nodes of a tree, each with the path by which the server knows it, and the search in them.

/** Nodes of elements; prefix is the path of the item that holds them, with a dot at its end. */
export function nodesOf(elements, prefix = '') {
    return elements.map(element => {
        const path = prefix + element.tag;
        const node = { id: path, path, kind: 'element', element, text: searchable(element) };
        if (element.items) {
            node.children = element.items.map((item, i) => itemNode(item, `${path}[${i}]`, i));
            if (element.itemsLeft) {
                node.children.push({ id: path + '[+]', kind: 'note', text: '',
                    note: `${element.itemsLeft} more items are not shown` });
            }
        }
        return node;
    });
}

function itemNode(item, path, i) {
    return { id: path, path, kind: 'item', title: `Item ${i + 1}`, summary: summary(item), text: `item ${i + 1}`,
        children: nodesOf(item, path + '.') };
}

/** What tells an item from the next: the meaning of its code, or its first text. */
function summary(item) {
    const telling = item.find(element => element.keyword === 'CodeMeaning')
        ?? item.find(element => element.value && !element.keyword.endsWith('UID')) ?? item.find(element => element.value);
    return telling ? telling.value.slice(0, 120) : '';
}

function searchable(element) {
    const digits = element.tag.replace(/[(),]/g, '');
    return [element.tag, digits, element.keyword, element.name, element.vr, element.value, element.private,
        element.uidName].filter(text => text).join('\n').toLowerCase();
}

/** The words of a search, in lower case. */
export function wordsOf(text) {
    return text.toLowerCase().split(/\s+/).filter(word => word);
}

/**
 * Which nodes a search shows: those that have all its words, with all that is in them, and those on the way there.
 * Gives a map for Tree.show and the number of matches.
 */
export function search(roots, matches) {
    const kept = new Map();
    let count = 0;
    const keepAll = node => {
        kept.set(node, 'match');
        node.children?.forEach(keepAll);
    };
    const visit = node => {
        let found = matches(node);
        count += found ? 1 : 0;
        const isMatch = found;
        for (const child of node.children ?? []) {
            found = visit(child) || found;
        }
        if (isMatch && !kept.has(node)) {
            const below = (node.children ?? []).some(child => kept.has(child));
            node.children?.forEach(keepAllUnlessKept);
            kept.set(node, below ? 'path' : 'match');
        } else if (found) {
            kept.set(node, 'path');
        }
        return found;
    };
    const keepAllUnlessKept = node => {
        if (!kept.has(node)) {
            keepAll(node);
        }
    };
    roots.forEach(visit);
    return { kept, count };
}

export function matching(words) {
    return node => node.text !== '' && words.every(word => node.text.includes(word));
}

/** How many elements there are, those in items included. */
export function countOf(nodes) {
    let count = 0;
    for (const node of nodes) {
        count += (node.kind === 'element' ? 1 : 0) + countOf(node.children ?? []);
    }
    return count;
}

/** What stands for a value in a row. */
export function shownValue(element) {
    if (element.items) {
        const count = element.items.length + (element.itemsLeft ?? 0);
        return count === 1 ? '1 item' : `${count} items`;
    }
    if (element.fragments !== undefined) {
        return `${element.fragments} fragments of compressed pixels`;
    }
    if (element.unreadable) {
        return 'cannot be read';
    }
    return element.value + (element.cut ? ' …' : '');
}
