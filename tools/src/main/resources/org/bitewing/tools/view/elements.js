// The elements of the image that is shown: a tree that can be searched, ticked, copied from and saved.
import { bytes, json } from './api.js';
import { counted } from './catalog.js';
import { showSides, sidesOf } from './corners.js';
import { Detail } from './detail.js';
import { afterPause, byId, make, marked } from './dom.js';
import { failed, notice } from './messages.js';
import { countOf, matching, nodesOf, search, shownValue, wordsOf } from './nodes.js';
import { Recent } from './recent.js';
import { saveFile } from './save.js';
import { pick } from './selection.js';
import { Tree } from './tree.js';

const answers = new Recent(6);
/** Pixels of width below which a row has two lines. */
const NARROW = 520;

/** The elements of an image, as the server tells them. */
export async function elementsOf(key) {
    const known = answers.get(key);
    if (known !== undefined) {
        return known;
    }
    const answer = await json(`api/image/${key}/elements`);
    answers.put(key, answer);
    return answer;
}

export class ElementsPanel {
    #detail = new Detail();
    #tree;
    #narrow = false;
    #image = null;
    #sides = null;
    #nodes = [];
    #words = [];
    #ticked = new Set();
    #search = byId('element-search');

    constructor() {
        const element = byId('element-tree');
        this.#tree = new Tree(element, {
            height: node => !this.#narrow ? 28 : node.kind === 'element' ? 46 : 30,
            fill: (row, node) => this.#fill(row, node),
            chosen: node => this.#chosen(node),
            selected: node => this.#ticked.has(node.id),
            ticked: node => this.#tick(node),
            copied: node => this.#detail.copy(node),
            typed: character => this.#typed(character),
            resized: width => this.#resized(width),
        });
        this.#search.addEventListener('input', afterPause(80, () => this.#filter()));
        this.#search.addEventListener('keydown', event => {
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
                this.#filter();
                this.#tree.focus();
                event.preventDefault();
            }
        });
        byId('open-all').addEventListener('click', () => this.#tree.openAll(true));
        byId('close-all').addEventListener('click', () => this.#tree.openAll(false));
        byId('save-json').addEventListener('click', () => this.#save());
    }

    explain(vrs) {
        this.#detail.explain(vrs);
    }

    focusSearch() {
        this.#search.focus();
        this.#search.select();
    }

    /** Shows the elements of an image. What is open, ticked and searched for stays, as far as the image has it. */
    show = afterPause(120, async image => {
        if (this.#image === image) {
            showSides(this.#sides);
            return;
        }
        this.#image = image;
        try {
            const answer = await elementsOf(image.key);
            if (this.#image === image) {
                this.#answer(answer);
            }
        } catch (error) {
            if (this.#image === image) {
                this.#answer({ meta: [], elements: [], problems: [], transferSyntax: '', characterSet: '' });
                byId('element-count').textContent = error.message;
            }
        }
    });

    #answer(answer) {
        this.#nodes = nodesOf([...answer.meta, ...answer.elements]);
        const notes = [answer.transferSyntax, answer.characterSet && `Characters: ${answer.characterSet}`]
            .filter(text => text);
        byId('element-notes').replaceChildren(
            make('p', {}, notes.join(' · ')),
            ...answer.problems.map(problem => make('p', { class: 'warning' }, problem)),
            ...(answer.truncated ? [make('p', { class: 'warning' },
                'There are more elements than are shown here; bitewing dcmdump shows all.')] : []));
        byId('element-notes').hidden = !byId('element-notes').textContent;
        this.#sides = sidesOf(answer.elements);
        showSides(this.#sides);
        this.#filter();
        this.#detail.show(this.#tree.active ?? null, this.#image.key);
    }

    #filter() {
        this.#words = wordsOf(this.#search.value);
        const total = counted(countOf(this.#nodes), 'element');
        if (!this.#words.length) {
            this.#tree.show(this.#nodes);
            byId('element-count').textContent = total;
        } else {
            const { kept, count } = search(this.#nodes, matching(this.#words));
            this.#tree.show(this.#nodes, kept);
            byId('element-count').textContent = `${count.toLocaleString('en')} of ${total}`;
        }
    }

    #typed(character) {
        this.#search.value += character;
        this.#search.focus();
        this.#filter();
    }

    #chosen(node) {
        this.#detail.show(node, this.#image.key);
    }

    #resized(width) {
        const narrow = width > 0 && width < NARROW;
        if (narrow !== this.#narrow) {
            this.#narrow = narrow;
            byId('element-tree').classList.toggle('narrow', narrow);
            this.#tree.refresh();
        }
    }

    // ---- ticking and saving --------------------------------------------------------------------------------------

    #tick(node) {
        if (node.kind !== 'element') {
            return;
        }
        if (!this.#ticked.delete(node.id)) {
            this.#ticked.add(node.id);
        }
        byId('save-json-word').textContent = this.#ticked.size ? `JSON (${this.#ticked.size})` : 'JSON';
        this.#tree.refresh();
    }

    async #save() {
        const image = this.#image;
        if (image === null) {
            return;
        }
        try {
            let blob = await bytes(`api/image/${image.key}/dicom.json`);
            if (this.#ticked.size) {
                const all = JSON.parse(await blob.text());
                const { picked, missing } = pick(all, [...this.#ticked]);
                if (missing) {
                    notice(`${counted(missing, 'ticked element')} left out: not in this file, or not part of DICOM JSON `
                        + '(file meta information, pixels).');
                }
                blob = new Blob([JSON.stringify(picked, null, 2) + '\n'], { type: 'application/dicom+json' });
            }
            saveFile(blob, image.name.replace(/\.dcm$/i, '') + '.json');
        } catch (error) {
            failed(error);
        }
    }

    // ---- rows ----------------------------------------------------------------------------------------------------

    #fill(row, node) {
        row.classList.add(node.kind);
        if (node.kind === 'note') {
            row.append(make('span', { class: 'name' }, node.note));
            return;
        }
        if (node.kind === 'item') {
            row.append(make('span', { class: 'name' }, node.title), make('span', { class: 'value' }, node.summary));
            return;
        }
        const { element } = node;
        const ticked = this.#ticked.has(node.id);
        row.prepend(make('span', { class: ticked ? 'tick on' : 'tick', 'aria-hidden': 'true' }));
        row.classList.toggle('private', element.private !== undefined);
        row.setAttribute('aria-describedby', 'detail-vr');
        row.append(
            make('span', { class: 'tag' }, marked(element.tag, this.#words)),
            make('span', { class: 'name' }, marked(element.name, this.#words),
                ...(element.private ? [make('span', { class: 'creator' }, ' ', marked(element.private, this.#words))] : [])),
            make('span', { class: 'vr' }, marked(element.vr, this.#words)),
            make('span', { class: 'value' }, marked(around(shownValue(element), this.#words), this.#words),
                ...(element.uidName ? [make('span', { class: 'uid-name' }, ' ', marked(element.uidName, this.#words))] : [])));
    }
}

/** A long value from a little before what was found in it; a row shows no more than that anyway. */
function around(value, words) {
    const line = value.slice(0, 4200).replace(/[\r\n]+/g, ' ⏎ ');
    const at = words.map(word => line.toLowerCase().indexOf(word)).filter(place => place >= 0);
    const from = at.length ? Math.max(0, Math.min(...at) - 12) : 0;
    return (from > 0 ? '… ' : '') + line.slice(from, from + 300);
}
