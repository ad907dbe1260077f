// The frames of a series in one row: those of its first image, then those of the next.
import { hasPicture, offline } from './api.js';

export class Stack {
    series;
    images;
    #starts = [0];

    constructor(series, images) {
        this.series = series;
        this.images = images;
        for (const image of images) {
            const frames = offline || !hasPicture(image) ? 1 : Math.max(1, image.frames);
            this.#starts.push(this.#starts[this.#starts.length - 1] + frames);
        }
    }

    get length() {
        return this.#starts[this.images.length];
    }

    /** The image and frame (both from 0) at a position. */
    at(position) {
        let low = 0;
        let high = this.images.length;
        while (low + 1 < high) {
            const middle = (low + high) >> 1;
            if (this.#starts[middle] <= position) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return { image: this.images[low], index: low, frame: position - this.#starts[low] };
    }

    /** Where an image's first frame is; 0 for one that is not here. */
    positionOf(imageKey) {
        return this.#starts[Math.max(0, this.images.findIndex(image => image.key === imageKey))];
    }
}
