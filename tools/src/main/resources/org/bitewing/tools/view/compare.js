// Two files side by side. Each side steps through its series by itself; what is chosen in the list goes to one of them.
import { hasPicture } from './api.js';
import { KINDS, counts, differences, differingPart } from './difference.js';
import { afterPause, byId, icon, make, marked } from './dom.js';
import { elementsOf } from './elements.js';
import { matching, search, shownValue, wordsOf } from './nodes.js';
import { showThumbnail } from './thumbnails.js';
import { Tree } from './tree.js';

const NARROW = 620;
const SIDES = ['A', 'B'];

export class ComparePanel {
    #tree;
    #narrow = false;
    #sides = { A: null, B: null };
    #target = 'B';
    #nodes = [];
    #words = [];
    #asked = 0;

    constructor() {
        const element = byId('compare-tree');
        this.#tree = new Tree(element, {
            height: () => this.#narrow ? 66 : 30,
            fill: (row, node) => this.#fill(row, node),
            resized: width => this.#resized(width),
            typed: character => {
                byId('compare-search').value += character;
                byId('compare-search').focus();
                this.#filter();
            },
        });
        byId('compare-search').addEventListener('input', afterPause(80, () => this.#filter()));
        byId('only-differences').addEventListener('change', () => this.#filter());
        byId('swap').addEventListener('click', () => {
            this.#sides = { A: this.#sides.B, B: this.#sides.A };
            this.#compare();
        });
        this.#cards();
    }

    get isEmpty() {
        return this.#sides.A === null;
    }

    /** Puts an image of a stack on the side that the list fills. */
    choose(stack, index) {
        this.put(this.#target, stack, index);
    }

    put(side, stack, index) {
        this.#sides[side] = { stack, index };
        this.#compare();
    }

    /** An image and the one after it, or the last two. */
    neighbours(stack, index) {
        const first = Math.max(0, Math.min(index, stack.images.length - 2));
        this.#sides.A = { stack, index: first };
        this.#sides.B = first + 1 < stack.images.length ? { stack, index: first + 1 } : null;
        this.#compare();
    }

    #step(side, count) {
        const { stack, index } = this.#sides[side];
        this.put(side, stack, Math.max(0, Math.min(stack.images.length - 1, index + count)));
    }

    #image(side) {
        const chosen = this.#sides[side];
        return chosen && chosen.stack.images[chosen.index];
    }

    async #compare() {
        this.#cards();
        const [a, b] = SIDES.map(side => this.#image(side));
        const asked = ++this.#asked;
        if (!a || !b) {
            byId('compare-count').textContent = 'Choose two images: a click in the list fills the marked side.';
            return;
        }
        try {
            const [one, other] = [await elementsOf(a.key), await elementsOf(b.key)];
            if (asked === this.#asked) {
                this.#nodes = differences([...one.meta, ...one.elements], [...other.meta, ...other.elements]);
                this.#filter();
            }
        } catch (error) {
            if (asked === this.#asked) {
                this.#nodes = [];
                this.#filter();
                byId('compare-count').textContent = error.message;
            }
        }
    }

    #filter() {
        this.#words = wordsOf(byId('compare-search').value);
        const only = byId('only-differences').checked;
        const matches = matching(this.#words);
        if (only || this.#words.length) {
            const differs = node => !only || node.difference !== 'same' && node.difference !== 'alike';
            const { kept } = search(this.#nodes, node => node.kind === 'element' && matches(node) && differs(node)
                && (node.children === undefined || node.difference !== 'changed'));
            this.#tree.show(this.#nodes, kept);
        } else {
            this.#tree.show(this.#nodes);
        }
        const { changed, added, removed } = counts(this.#nodes);
        byId('compare-count').textContent = changed + added + removed === 0 ? 'No differences'
            : `${changed} changed, ${removed} only in A, ${added} only in B`;
    }

    #resized(width) {
        const narrow = width > 0 && width < NARROW;
        if (narrow !== this.#narrow) {
            this.#narrow = narrow;
            byId('compare-tree').classList.toggle('narrow', narrow);
            this.#tree.refresh();
        }
    }

    // ---- the two cards -------------------------------------------------------------------------------------------

    #cards() {
        const focused = document.activeElement?.dataset?.side;
        byId('sides').replaceChildren(...SIDES.map(side => this.#card(side)));
        if (focused) {
            byId('sides').querySelector(`[data-side="${focused}"]`)?.focus();
        }
    }

    #card(side) {
        const image = this.#image(side);
        const picture = make('img', { alt: '', class: 'thumbnail' });
        if (image && hasPicture(image)) {
            showThumbnail(image.key, picture);
        } else {
            picture.hidden = true;
        }
        const radio = make('input', { type: 'radio', name: 'side', 'data-side': side + 'radio' });
        radio.checked = side === this.#target;
        radio.addEventListener('change', () => {
            this.#target = side;
            this.#cards();
        });
        const card = make('div', { class: 'card' },
            make('label', { class: 'letter' }, radio, side, make('span', { class: 'unseen' }, ': fill from the list')),
            picture,
            make('div', { class: 'lines' }, ...(image ? this.#lines(side, image) : ['Nothing chosen yet'])),
            this.#stepper(side, -1), this.#stepper(side, 1));
        card.classList.toggle('target', side === this.#target);
        card.title = side === this.#target ? 'The list fills this side' : '';
        return card;
    }

    #lines(side, image) {
        const { stack, index } = this.#sides[side];
        const { modality, number, description } = stack.series;
        return [
            make('div', { class: 'first' }, [modality, number, description].filter(part => part).join(' · ')),
            make('div', { class: 'second' }, `${index + 1} / ${stack.images.length}  ${image.name}`),
        ];
    }

    #stepper(side, count) {
        const button = make('button', { type: 'button', class: 'button', 'data-side': side + count },
            icon(count < 0 ? 'previous' : 'next'),
            make('span', { class: 'unseen' }, `${count < 0 ? 'Previous' : 'Next'} image for ${side}`));
        const chosen = this.#sides[side];
        button.disabled = !chosen || chosen.index + count < 0 || chosen.index + count >= chosen.stack.images.length;
        button.addEventListener('click', () => this.#step(side, count));
        return button;
    }

    // ---- rows ----------------------------------------------------------------------------------------------------

    #fill(row, node) {
        const { sign, word } = KINDS[node.difference];
        row.classList.add(node.kind, node.difference);
        row.append(make('span', { class: 'sign', title: word }, make('span', { 'aria-hidden': 'true' }, sign),
            make('span', { class: 'unseen' }, word + ': ')));
        if (node.kind === 'item') {
            row.append(make('span', { class: 'name' }, node.title));
            return;
        }
        const element = node.a ?? node.b;
        row.append(make('span', { class: 'tag' }, marked(element.tag, this.#words)),
            make('span', { class: 'name' }, marked(element.name, this.#words)),
            value(node, 'A', this.#words), value(node, 'B', this.#words));
    }
}

function value(node, side, words) {
    const element = side === 'A' ? node.a : node.b;
    const box = make('span', { class: 'value side-' + side });
    box.append(make('span', { class: 'unseen' }, `${side}: `));
    if (element === undefined) {
        box.classList.add('absent');
        box.append('not there');
        return box;
    }
    const text = shownValue(element);
    if (node.difference === 'changed' && node.a.vr !== node.b.vr) {
        box.append(make('span', { class: 'vr' }, element.vr + ' '));
    }
    if (node.difference !== 'changed' || node.children || shownValue(node.a) === shownValue(node.b)) {
        box.append(marked(text.slice(0, 400), words));
        return box;
    }
    const [begin, endOfA, endOfB] = differingPart(shownValue(node.a), shownValue(node.b));
    const end = side === 'A' ? endOfA : endOfB;
    const from = Math.max(0, begin - 24);
    box.append((from > 0 ? '… ' : '') + text.slice(from, begin), make('b', { class: 'differs' }, text.slice(begin, end)),
        text.slice(end, end + 200));
    return box;
}
