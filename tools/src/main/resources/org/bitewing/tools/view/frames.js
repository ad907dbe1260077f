// Fetches frames: one request at a time, and when it is done, the one for what is wanted by then. What was wanted in
// between is never asked for. When nothing is wanted, neighbours are fetched.
import { frame } from './api.js';
import { Recent } from './recent.js';

/** Bytes of decoded pictures that are kept. */
const KEPT = 160 << 20;

export class Frames {
    #kept = new Recent(KEPT, bitmap => bitmap.close());
    #wanted = null;
    #neighbours = [];
    #running = false;
    #show;
    #fail;
    #busy;

    /** `show(bitmap, request)`, `fail(error, request)`, `busy(boolean)`. A request is { path, … }. */
    constructor(show, fail, busy) {
        this.#show = show;
        this.#fail = fail;
        this.#busy = busy;
    }

    want(request, neighbours) {
        this.#neighbours = neighbours;
        const bitmap = this.#kept.get(request.path);
        if (bitmap !== undefined) {
            this.#wanted = null;
            this.#show(bitmap, request);
        } else {
            this.#wanted = request;
        }
        this.#run();
    }

    forget() {
        this.#wanted = null;
        this.#neighbours = [];
    }

    async #run() {
        if (this.#running) {
            return;
        }
        this.#running = true;
        for (let next = this.#next(); next !== undefined; next = this.#next()) {
            await this.#fetch(next);
        }
        this.#running = false;
        this.#busy(false);
    }

    #next() {
        if (this.#wanted !== null) {
            this.#busy(true);
            return this.#wanted;
        }
        this.#busy(false);
        let path = this.#neighbours.shift();
        while (path !== undefined && this.#kept.has(path)) {
            path = this.#neighbours.shift();
        }
        return path === undefined ? undefined : { path, ahead: true };
    }

    async #fetch(request) {
        const stillWanted = () => request === this.#wanted || request.ahead === true && this.#wanted === null;
        try {
            const bitmap = await frame(request.path, stillWanted);
            this.#kept.put(request.path, bitmap, bitmap.width * bitmap.height * 4);
            const waiting = this.#wanted;
            if (waiting !== null && waiting.path === request.path) {
                this.#wanted = null;
                this.#show(bitmap, waiting);
            } else if (!request.ahead && waiting !== null) {
                // Not the latest, but on the way to it: a picture that follows the hand.
                this.#show(bitmap, request);
            }
        } catch (error) {
            if (request === this.#wanted) {
                this.#wanted = null;
                this.#fail(error, request);
            }
        }
    }
}
