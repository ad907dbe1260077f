// What was used most recently, up to a total cost.

export class Recent {
    #values = new Map();
    #cost = 0;
    #most;
    #dispose;

    constructor(most, dispose = () => {}) {
        this.#most = most;
        this.#dispose = dispose;
    }

    has(key) {
        return this.#values.has(key);
    }

    get(key) {
        const entry = this.#values.get(key);
        if (entry === undefined) {
            return undefined;
        }
        this.#values.delete(key);
        this.#values.set(key, entry);
        return entry.value;
    }

    put(key, value, cost = 1) {
        this.#drop(key);
        this.#values.set(key, { value, cost });
        this.#cost += cost;
        while (this.#cost > this.#most && this.#values.size > 1) {
            this.#drop(this.#values.keys().next().value);
        }
    }

    #drop(key) {
        const entry = this.#values.get(key);
        if (entry !== undefined) {
            this.#values.delete(key);
            this.#cost -= entry.cost;
            this.#dispose(entry.value);
        }
    }
}
