// Plays: one position after the other, each only when the one before is shown.

export class Player {
    #timer = 0;
    #due = 0;
    #step;
    #ready;
    #interval;

    /** `step()` goes on, `ready()` tells whether what was wanted is shown, `interval()` is in milliseconds. */
    constructor(step, ready, interval) {
        this.#step = step;
        this.#ready = ready;
        this.#interval = interval;
    }

    get playing() {
        return this.#timer !== 0;
    }

    start() {
        if (!this.playing) {
            this.#due = performance.now() + this.#interval();
            this.#wait();
        }
    }

    stop() {
        clearTimeout(this.#timer);
        this.#timer = 0;
    }

    #wait() {
        this.#timer = setTimeout(() => this.#tick(), Math.max(0, Math.min(this.#due - performance.now(), 1000)));
    }

    #tick() {
        const now = performance.now();
        if (now >= this.#due && this.#ready()) {
            // Where the pictures come too slowly, time is not made up.
            this.#due = Math.max(this.#due + this.#interval(), now);
            this.#step();
        } else if (now >= this.#due) {
            this.#due = now + 5;
        }
        this.#wait();
    }
}
