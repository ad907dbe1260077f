// The picture on its black ground: where it is, how large, and the ruler beside it. Pixels may be higher than wide.
import { byId } from './dom.js';

const LARGEST = 64;
const SHARP_FROM = 3; // times; there, pixels are shown as they are

export class Stage {
    #box = byId('stage');
    #canvas = byId('canvas');
    #size = { columns: 0, rows: 0, aspect: 1, spacing: null };
    #zoom = 1;
    #x = 0;
    #y = 0;
    #mode = 'fit';
    #changed;

    constructor(changed) {
        this.#changed = changed;
        new ResizeObserver(() => this.#place()).observe(this.#box);
    }

    /** Draws a bitmap that stands for columns x rows; aspect is height of a pixel for its width, spacing in mm or null. */
    draw(bitmap, size) {
        const isOther = ['columns', 'rows', 'aspect'].some(name => size[name] !== this.#size[name]);
        this.#size = size;
        if (this.#canvas.width !== bitmap.width || this.#canvas.height !== bitmap.height) {
            this.#canvas.width = bitmap.width;
            this.#canvas.height = bitmap.height;
        }
        const context = this.#canvas.getContext('2d');
        context.clearRect(0, 0, bitmap.width, bitmap.height);
        context.drawImage(bitmap, 0, 0);
        this.#canvas.hidden = false;
        if (isOther && this.#mode === 'free') { // Where it was says nothing about a picture of another size.
            this.#mode = 'fit';
        }
        this.#place();
    }

    clear() {
        this.#size = { columns: 0, rows: 0, aspect: 1, spacing: null };
        this.#canvas.hidden = true;
        byId('ruler').hidden = true;
    }

    get zoom() {
        return this.#zoom * devicePixelRatio;
    }

    get mode() {
        return this.#mode;
    }

    fit() {
        this.#mode = 'fit';
        this.#place();
    }

    /** One pixel of the picture on one of the screen. */
    actual() {
        this.#mode = 'actual';
        this.#place();
    }

    pan(dx, dy) {
        this.#mode = 'free';
        this.#x += dx;
        this.#y += dy;
        this.#place();
    }

    /** Zooms; what is at a point of the stage stays there. */
    zoomBy(factor, x = this.#box.clientWidth / 2, y = this.#box.clientHeight / 2) {
        const least = Math.min(this.#fitting(), 1 / devicePixelRatio) / 4;
        const zoom = Math.min(LARGEST, Math.max(least, this.#zoom * factor));
        const change = zoom / this.#zoom;
        this.#mode = 'free';
        this.#x = x - (x - this.#x) * change;
        this.#y = y - (y - this.#y) * change;
        this.#zoom = zoom;
        this.#place();
    }

    #fitting() {
        const { columns, rows, aspect } = this.#size;
        return Math.min(this.#box.clientWidth / columns, this.#box.clientHeight / (rows * aspect));
    }

    #place() {
        const { columns, rows, aspect } = this.#size;
        if (!columns || !this.#box.clientWidth) {
            return;
        }
        if (this.#mode !== 'free') {
            this.#zoom = this.#mode === 'fit' ? this.#fitting() : 1 / devicePixelRatio;
            // On whole pixels, so that one for one is not blurred.
            this.#x = Math.round((this.#box.clientWidth - columns * this.#zoom) / 2);
            this.#y = Math.round((this.#box.clientHeight - rows * aspect * this.#zoom) / 2);
        }
        this.#keepInSight();
        const style = this.#canvas.style;
        const across = this.#zoom * columns / this.#canvas.width;
        const down = this.#zoom * aspect * rows / this.#canvas.height;
        style.transform = `translate(${this.#x}px, ${this.#y}px) scale(${across}, ${down})`;
        style.imageRendering = this.zoom >= SHARP_FROM ? 'pixelated' : 'auto';
        this.#ruler();
        this.#changed();
    }

    /** A part of the picture always stays on the stage. */
    #keepInSight() {
        const margin = 40;
        const width = this.#size.columns * this.#zoom;
        const height = this.#size.rows * this.#size.aspect * this.#zoom;
        this.#x = Math.min(this.#box.clientWidth - margin, Math.max(margin - width, this.#x));
        this.#y = Math.min(this.#box.clientHeight - margin, Math.max(margin - height, this.#y));
    }

    /** A length in millimetres that is round, and about a quarter of the stage. */
    #ruler() {
        const ruler = byId('ruler');
        const column = this.#size.spacing?.[1];
        if (!(column > 0)) {
            ruler.hidden = true;
            return;
        }
        const most = this.#box.clientWidth / 4 / this.#zoom * column;
        const power = 10 ** Math.floor(Math.log10(most));
        const length = [5, 2, 1].find(digit => digit * power <= most) * power;
        ruler.style.width = length / column * this.#zoom + 'px';
        byId('ruler-text').textContent = length >= 10 ? `${length / 10} cm` : `${length} mm`;
        ruler.hidden = false;
    }
}
