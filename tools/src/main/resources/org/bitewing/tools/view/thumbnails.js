// Small pictures for the list: few at once, the latest asked for first, and kept for a while.
import { thumbnail } from './api.js';
import { Recent } from './recent.js';

const AT_ONCE = 2;
const known = new Recent(400, url => URL.revokeObjectURL(url));
const waiting = [];
let running = 0;

/** Puts the picture of an image into an img element, for as long as that is in the page; true if it is there at once. */
export function showThumbnail(key, element) {
    const url = known.get(key);
    if (url !== undefined) {
        element.src = url;
        return true;
    }
    waiting.push({ key, element });
    run();
    return false;
}

async function run() {
    if (running >= AT_ONCE) {
        return;
    }
    running++;
    // The row may be put into the page only after it asked.
    await Promise.resolve();
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { key, element } = next;
        if (!element.isConnected) {
            continue;
        }
        try {
            const url = known.get(key) ?? await thumbnail(key, () => element.isConnected);
            if (!known.has(key)) {
                known.put(key, url);
            }
            element.src = url;
        } catch {
            element.classList.add('missing');
        }
    }
    running--;
}
