// Elements made by script. Every text goes through textContent: nothing that comes from a file can become markup.

export function byId(id) {
    return document.getElementById(id);
}

/** An element: attributes by name ("class", "aria-level"), children as nodes or texts. */
export function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes ?? {})) {
        if (value !== undefined && value !== false) {
            element.setAttribute(attribute, value === true ? '' : value);
        }
    }
    element.append(...children);
    return element;
}

/** An icon of the sprite in index.html. */
export function icon(name) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    use.setAttribute('href', '#icon-' + name);
    svg.append(use);
    svg.setAttribute('aria-hidden', 'true');
    return svg;
}

export function pressed(button, on) {
    button.setAttribute('aria-pressed', String(on));
}

/** Calls after a pause in the calls. */
export function afterPause(milliseconds, call) {
    let timer = 0;
    return (...values) => {
        clearTimeout(timer);
        timer = setTimeout(() => call(...values), milliseconds);
    };
}

/** Text whose occurrences of words (lower case) are inside of mark elements. */
export function marked(text, words) {
    const fragment = document.createDocumentFragment();
    const lower = text.toLowerCase();
    // A text whose lower case has another length cannot be cut at the same places.
    const ranges = lower.length === text.length ? rangesOf(lower, words) : [];
    let end = 0;
    for (const [from, to] of ranges) {
        fragment.append(text.slice(end, from), make('mark', {}, text.slice(from, to)));
        end = to;
    }
    fragment.append(text.slice(end));
    return fragment;
}

function rangesOf(text, words) {
    const found = [];
    for (const word of words) {
        for (let at = text.indexOf(word); at >= 0 && found.length < 200; at = text.indexOf(word, at + word.length)) {
            found.push([at, at + word.length]);
        }
    }
    found.sort((a, b) => a[0] - b[0]);
    const merged = [];
    for (const range of found) {
        const last = merged[merged.length - 1];
        if (last && range[0] <= last[1]) {
            last[1] = Math.max(last[1], range[1]);
        } else {
            merged.push(range);
        }
    }
    return merged;
}
