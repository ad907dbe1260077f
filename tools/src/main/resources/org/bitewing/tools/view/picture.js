// The picture of a series: which frame is shown, through which window, and the controls that change it.
import { bytes, framePath, hasPicture, json, offline } from './api.js';
import { showCorners, showSides } from './corners.js';
import { byId, make, pressed } from './dom.js';
import { Frames } from './frames.js';
import { failed, speak } from './messages.js';
import { Player } from './player.js';
import { Recent } from './recent.js';
import { saveFile } from './save.js';
import { Stage } from './stage.js';
import { FILE, chosen, dragged, numbers, presets, same, tidy } from './windows.js';

const AHEAD = 3;
const AHEAD_PLAYING = 8;
/** Pixels from which dragging shows smaller pictures, which come sooner. */
const LARGE = 3e6;
const RATES = [2, 5, 10, 15, 25, 30, 60];

export class PicturePanel {
    #stack = null;
    #position = 0;
    #last = null;
    #direction = 1;
    #window = FILE;
    #invert = false;
    #overlays = true;
    #info = null;
    #infos = new Recent(500);
    #asking = false;
    #presets = [];
    #dragging = false;
    #pending = false;
    #changed;
    #frames = new Frames((bitmap, request) => this.#show(bitmap, request), error => this.#failed(error),
        busy => byId('busy').hidden = !busy);
    #stage = new Stage(() => this.#lines());
    #player = new Player(() => this.go((this.#position + 1) % this.#stack.length), () => !this.#pending,
        () => this.#interval());

    /** `changed(image, position)` is called when another image is shown; not while playing. */
    constructor(changed) {
        this.#changed = changed;
        byId('rate').append(make('option', { value: '' }, 'Auto'),
            ...RATES.map(rate => make('option', { value: rate }, `${rate} / s`)));
        byId('position').addEventListener('input', event => this.go(Number(event.target.value) - 1));
        byId('preset').addEventListener('change', event => this.preset(Number(event.target.value)));
        for (const name of ['center', 'width']) {
            byId(name).addEventListener('change', () => this.#typed());
        }
    }

    get stage() {
        return this.#stage;
    }

    get image() {
        return this.#stack?.at(this.#position).image ?? null;
    }

    get stack() {
        return this.#stack;
    }

    open(stack, imageKey) {
        const other = stack.series.key !== this.#stack?.series.key;
        this.stop();
        this.#stack = stack;
        if (other) {
            this.#window = FILE;
            this.#invert = false;
            this.#overlays = true;
            this.#info = null;
            // Nothing of one patient is to be seen below the name of another.
            this.#stage.clear();
            this.#stage.fit();
            showCorners([], []);
            byId('no-picture').textContent = '';
        }
        const { number, description, modality } = stack.series;
        byId('picture-heading').textContent = [modality, number, description].filter(part => part).join(' · ')
            || 'Series';
        byId('transport').hidden = stack.length < 2;
        byId('position').max = stack.length;
        const middle = stack.images.length > 2 && stack.series.cover ? stack.positionOf(stack.series.cover) : 0;
        this.go(imageKey === undefined ? middle : stack.positionOf(imageKey));
    }

    // ---- where ---------------------------------------------------------------------------------------------------

    step(count) {
        if (this.#stack) {
            this.go(Math.max(0, Math.min(this.#stack.length - 1, this.#position + count)));
        }
    }

    go(position) {
        if (!this.#stack?.length) {
            return;
        }
        if (position !== this.#position) {
            this.#direction = position > this.#position ? 1 : -1;
        }
        this.#position = Math.max(0, Math.min(this.#stack.length - 1, position));
        const { image, frame } = this.#stack.at(this.#position);
        byId('file-name').textContent = image.name;
        byId('file-name').title = `${image.name}\n${image.sopClassName || image.sopClass}`;
        byId('position').value = this.#position + 1;
        byId('position').setAttribute('aria-valuetext', this.#place());
        byId('position-text').textContent = `${this.#position + 1} / ${this.#stack.length}`;
        if (image !== this.#last) {
            // Whose sides they are must never be in doubt.
            this.#last = image;
            showSides(null);
            byId('stage').dataset.shown = '';
        }
        this.#load(image, frame);
        if (!this.#player.playing) {
            this.#tell();
            this.#changed(image, this.#position);
        }
    }

    /** "Image 3 of 60", "Frame 2 of 30 of image 1 of 4". */
    #place() {
        const { image, index, frame } = this.#stack.at(this.#position);
        const which = `Image ${index + 1} of ${this.#stack.images.length}`;
        return image.frames > 1 && !offline ? `${which}, frame ${frame + 1} of ${image.frames}` : which;
    }

    // ---- how -----------------------------------------------------------------------------------------------------

    get hasWindow() {
        return !offline && this.#info !== null && this.#info.monochrome && this.image.picture;
    }

    setWindow(window) {
        if (this.hasWindow) {
            this.#window = window;
            this.#again();
        }
    }

    preset(index) {
        if (this.#presets[index]) {
            this.setWindow(this.#presets[index].window);
        }
    }

    /** Changes the window as a drag of so many pixels does. */
    drag(dx, dy, byMouse = true) {
        const from = numbers(this.#window, this.#info);
        if (from !== null) {
            this.#dragging = byMouse;
            this.setWindow(dragged(from, dx, dy));
        }
    }

    /** The drag is over: large pictures come in full. */
    settle() {
        if (this.#dragging) {
            this.#dragging = false;
            this.#again();
        }
    }

    toggleInvert() {
        if (!offline && this.#stack) {
            this.#invert = !this.#invert;
            this.#again();
        }
    }

    toggleOverlays() {
        if (!offline && this.#info?.overlays) {
            this.#overlays = !this.#overlays;
            this.#again();
        }
    }

    reset() {
        this.#window = FILE;
        this.#invert = false;
        this.#overlays = true;
        this.#stage.fit();
        this.#again();
    }

    #typed() {
        const center = byId('center').valueAsNumber;
        const width = byId('width').valueAsNumber;
        if (Number.isFinite(center) && width > 0) {
            this.setWindow(chosen(center, width));
        } else {
            this.#controls();
        }
    }

    #again() {
        if (this.#stack) {
            const { image, frame } = this.#stack.at(this.#position);
            this.#load(image, frame);
            this.#tell();
        }
    }

    #tell() {
        const window = this.hasWindow ? numbers(this.#window, this.#info) : null;
        const text = window === null ? ''
            : `. Window center ${tidy(window.center)}, width ${tidy(window.width)}`;
        byId('stage-label').textContent = this.#place() + text + (this.#invert ? '. Inverted' : '');
        speak(byId('stage-label').textContent);
    }

    // ---- play ----------------------------------------------------------------------------------------------------

    toggle() {
        if (this.#player.playing) {
            this.stop();
        } else if (this.#stack?.length > 1) {
            this.#player.start();
            this.#playing(true);
        }
    }

    stop() {
        if (this.#player.playing) {
            this.#player.stop();
            this.#playing(false);
            this.#tell();
            this.#changed(this.image, this.#position);
        }
    }

    #playing(on) {
        pressed(byId('play'), on);
        byId('play-icon').setAttribute('href', on ? '#icon-pause' : '#icon-play');
        byId('play').title = on ? 'Pause (Space)' : 'Play (Space)';
    }

    #interval() {
        const rate = Number(byId('rate').value);
        return rate ? 1000 / rate : this.#info?.frameTime ?? 100;
    }

    // ---- fetching and showing ------------------------------------------------------------------------------------

    #load(image, frame) {
        if (!hasPicture(image)) {
            this.#nothing(image.picture ? 'The picture of this image is not part of the exported page.'
                : sentence(image.why || 'there is no picture'));
            return;
        }
        this.#pending = true;
        const known = this.#infos.get(image.key);
        if (known !== undefined) {
            this.#informed(known);
        } else {
            this.#lines();
            this.#ask();
        }
        // Only the whole range needs to be known before.
        if (known !== undefined || this.#window.kind !== 'full') {
            this.#request(image, frame);
        }
    }

    /** Fetches what is known of the image shown; like frames, one at a time, and then the one shown by then. */
    async #ask() {
        if (this.#asking) {
            return;
        }
        this.#asking = true;
        for (let image = this.image; hasPicture(image) && !this.#infos.has(image.key); image = this.image) {
            try {
                this.#infos.put(image.key, await json(`api/image/${image.key}/info`));
            } catch (error) {
                if (this.image === image) {
                    this.#failed(error);
                    break;
                }
                continue;
            }
            if (this.image === image) {
                this.#again();
            }
        }
        this.#asking = false;
    }

    #request(image, frame) {
        if (byId('no-picture').textContent) {
            byId('no-picture').textContent = '';
        }
        const neighbours = [];
        for (let i = 1; i <= (this.#player.playing ? AHEAD_PLAYING : AHEAD); i++) {
            neighbours.push(this.#position + i * this.#direction);
        }
        neighbours.push(this.#position - this.#direction);
        const paths = this.#dragging ? [] : neighbours
            .map(position => this.#player.playing ? position % this.#stack.length : position)
            .filter(position => position >= 0 && position < this.#stack.length)
            .map(position => this.#stack.at(position))
            .filter(at => hasPicture(at.image))
            .map(at => this.#path(at.image, at.frame))
            .filter(path => path !== null);
        this.#frames.want({ path: this.#path(image, frame), image }, paths);
    }

    /** Null for a frame whose window is not known yet. */
    #path(image, frame) {
        const window = this.#window.kind === 'file' ? null : numbers(this.#window, this.#infos.get(image.key));
        if (window === null && this.#window.kind !== 'file') {
            return null;
        }
        const small = this.#dragging && image.rows * image.columns > LARGE;
        return framePath(image.key, frame, {
            center: window?.center,
            width: window?.width,
            invert: this.#invert ? 1 : undefined,
            overlays: this.#overlays ? undefined : 0,
            max: small ? 1024 : undefined,
        });
    }

    #show(bitmap, request) {
        const { image } = request;
        if (!this.#stack.images.includes(image)) {
            return;
        }
        const { rows, columns, aspect, pixelSpacing } = this.#infos.get(image.key) ?? image;
        this.#stage.draw(bitmap, { rows: rows || bitmap.height, columns: columns || bitmap.width,
            aspect: aspect ?? 1, spacing: pixelSpacing ?? null });
        byId('no-picture').textContent = '';
        byId('stage').dataset.shown = request.path;
        this.#pending = false;
    }

    #informed(info) {
        this.#info = info;
        this.#controls();
    }

    #failed(error) {
        this.#nothing(error.message);
    }

    #nothing(text) {
        this.#frames.forget();
        this.#pending = false;
        this.#info = null;
        this.#stage.clear();
        showCorners([], []);
        byId('no-picture').textContent = text;
        byId('stage').dataset.shown = '';
        byId('stage-label').textContent = `${this.#place()}. ${text}`;
        this.#controls();
    }

    #controls() {
        byId('window-group').hidden = !this.hasWindow;
        byId('drawn').hidden = offline || !this.#info?.overlays;
        pressed(byId('invert'), this.#invert);
        pressed(byId('drawn'), this.#overlays);
        if (this.hasWindow) {
            const window = numbers(this.#window, this.#info);
            for (const name of ['center', 'width']) {
                byId(name).value = window === null ? '' : tidy(window[name]);
            }
            this.#choices();
        }
        this.#lines();
    }

    #choices() {
        const list = presets(this.#info, this.#stack.series.modality);
        const select = byId('preset');
        if (JSON.stringify(list) !== JSON.stringify(this.#presets)) {
            this.#presets = list;
            select.replaceChildren(...['File', 'CT'].filter(group => list.some(preset => preset.group === group))
                .map(group => make('optgroup', { label: group === 'File' ? 'This image' : 'CT' },
                    ...list.map((preset, i) => [preset, i]).filter(([preset]) => preset.group === group)
                        .map(([preset, i]) => make('option', { value: i }, preset.label)))),
                make('option', { value: -1, hidden: true }, 'By hand'));
        }
        select.value = list.findIndex(preset => same(preset.window, this.#window));
    }

    #lines() {
        if (this.#info === null) {
            return;
        }
        const window = this.hasWindow ? numbers(this.#window, this.#info) : null;
        const isKnown = this.#infos.get(this.image.key) === this.#info;
        showCorners(this.#info.basics, [
            ...(this.#stack.length > 1 ? [`${this.#position + 1} / ${this.#stack.length}`] : []),
            `${Math.round(this.#stage.zoom * 100)} %`,
            ...(window === null || !isKnown && this.#window.kind !== 'chosen' ? []
                : [`C ${tidy(window.center)}  W ${tidy(window.width)}`]),
        ], isKnown);
        pressed(byId('fit'), this.#stage.mode === 'fit');
        pressed(byId('actual'), this.#stage.mode === 'actual');
    }

    /** Saves what is shown, as the server renders it. */
    async save() {
        if (offline || !this.#stack || !hasPicture(this.image)) {
            return;
        }
        const { image, frame } = this.#stack.at(this.#position);
        try {
            const blob = await bytes(this.#path(image, frame));
            saveFile(blob, `${image.name.replace(/\.dcm$/i, '')}${image.frames > 1 ? '-' + (frame + 1) : ''}.png`);
        } catch (error) {
            failed(error);
        }
    }
}

/** With a capital and a full stop. */
export function sentence(text) {
    return text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.');
}
