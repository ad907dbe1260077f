// What the server answers, or, in an exported page, what is embedded in it: the same JSON under the same paths.

const TRIES_WHILE_BUSY = 60;
const LONGEST_PAUSE = 1000;

/** An exported page has no server. */
export const offline = embeddedElement('api/catalog') !== null;

/** Its message is a sentence for people. */
export class ServerError extends Error {
}

function embeddedElement(path) {
    // Paths are made of our own words and keys of the server; they have no quotes.
    return document.querySelector(`script[data-path="${path}"]`);
}

function embedded(path) {
    const element = embeddedElement(path);
    if (element === null) {
        throw new ServerError('This is not part of the exported page.');
    }
    return JSON.parse(element.textContent);
}

async function ask(path, wanted) {
    for (let tries = 0; ; tries++) {
        let response;
        try {
            response = await fetch(path, { credentials: 'omit' });
        } catch {
            throw new ServerError('The viewer does not answer. If it has ended, start it again and open its new address.');
        }
        if (response.ok) {
            return response;
        }
        if (response.status !== 503 || tries >= TRIES_WHILE_BUSY || !wanted()) {
            throw new ServerError(await reason(response));
        }
        // Busy: later, and not all at once.
        const pause = Math.min(LONGEST_PAUSE, 100 * 2 ** tries);
        await new Promise(resolve => setTimeout(resolve, pause * (0.5 + Math.random() / 2)));
    }
}

async function reason(response) {
    try {
        const text = String((await response.json()).error);
        return text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.');
    } catch {
        return `The viewer answered with status ${response.status}.`;
    }
}

/** The catalog, or null where nothing is newer than a version. */
export async function catalogAfter(version) {
    if (offline) {
        return embedded('api/catalog');
    }
    const response = await ask(version === undefined ? 'api/catalog' : `api/catalog?after=${version}`, () => true);
    return response.status === 204 ? null : response.json();
}

/** The JSON of a path. */
export async function json(path) {
    return offline ? embedded(path) : (await ask(path, () => true)).json();
}

/** Whether there is a picture of an image: in an exported page there may be none, or a small one of its first frame. */
export function hasPicture(image) {
    return image.picture && (!offline || embeddedElement(`api/image/${image.key}/frame/0`) !== null);
}

/** The path of a frame; `look` holds center and width, invert, overlays and max, where they are not the file's own. */
export function framePath(key, frame, look = {}) {
    if (offline) {
        return `api/image/${key}/frame/0`;
    }
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(look)) {
        if (value !== undefined) {
            query.set(name, value);
        }
    }
    return `api/image/${key}/frame/${frame}${query.size ? '?' + query : ''}`;
}

/** The bytes of a path; gives up a busy server when they are not wanted any more. */
export async function bytes(path, wanted = () => true) {
    return (await ask(path, wanted)).blob();
}

/** A decoded frame. */
export async function frame(path, wanted) {
    if (offline) {
        const image = new Image();
        image.src = embedded(path);
        await image.decode();
        return createImageBitmap(image);
    }
    return createImageBitmap(await bytes(path, wanted));
}

/** An address for an img element: of a small picture of an image's first frame. */
export async function thumbnail(key, wanted) {
    const path = framePath(key, 0, { max: 112 });
    return offline ? embedded(path) : URL.createObjectURL(await bytes(path, wanted));
}

/** The whole text of a value. */
export async function wholeValue(key, path) {
    return (await ask(`api/image/${key}/element?path=${encodeURIComponent(path)}`, () => true)).text();
}
