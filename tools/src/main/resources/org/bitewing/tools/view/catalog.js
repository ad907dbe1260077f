// The list: patients, their studies, their series, and the images of each series once it is opened.
import { json } from './api.js';
import { afterPause, byId, make, marked } from './dom.js';
import { failed } from './messages.js';
import { showThumbnail } from './thumbnails.js';
import { Tree } from './tree.js';

const HEIGHTS = { patient: 48, study: 44, series: 68, image: 30 };

export class CatalogList {
    #tree;
    #catalog = { patients: [], problems: [] };
    #roots = [];
    #known = new Map();
    #words = [];
    #current = '';
    #pick;

    /** `pick(series, imageKey)` is called when a series, or an image of it, is chosen. */
    constructor(pick) {
        this.#pick = pick;
        this.#tree = new Tree(byId('catalog'), {
            height: node => HEIGHTS[node.kind],
            fill: (row, node) => this.#fill(row, node),
            selected: node => node.id === this.#current,
            clicked: node => this.#act(node),
            acted: node => this.#act(node),
            load: node => this.#load(node),
            typed: character => this.#typed(character),
        });
        byId('list-filter').addEventListener('input', afterPause(120, () => this.#filter()));
        byId('list-filter').addEventListener('keydown', event => {
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
                this.#tree.focus();
                event.preventDefault();
            }
        });
    }

    /** Shows a newer catalog; what is open stays open. */
    update(catalog) {
        this.#catalog = catalog;
        this.#roots = catalog.patients.map(patient => this.#node('patient', patient, patient.studies.map(study =>
            this.#node('study', study, study.series.map(series => this.#node('series', series, null))))));
        this.#count();
        this.#problems();
        this.#filter();
    }

    get series() {
        return this.#catalog.patients.flatMap(patient => patient.studies.flatMap(study => study.series));
    }

    /** Marks what is shown. */
    show(seriesKey, imageKey) {
        const series = this.#known.get(seriesKey);
        const before = this.#current;
        this.#current = series?.children?.length && this.#tree.isOpen(series) ? imageKey : seriesKey;
        if (before !== this.#current) {
            this.#tree.refresh();
        }
    }

    focus() {
        this.#tree.focus();
    }

    #node(kind, data, children) {
        let node = this.#known.get(data.key);
        if (node === undefined) {
            node = { id: data.key, kind, children };
            this.#known.set(data.key, node);
            if (kind === 'patient' || kind === 'study') {
                this.#tree.setOpen(node, true);
            }
        }
        if (kind !== 'series') {
            node.children = children;
        } else if (node.data?.images !== data.images && node.children?.length) {
            this.#load(node);
        }
        node.data = data;
        node.text = textOf(kind, data).toLowerCase();
        return node;
    }

    async #load(node) {
        try {
            const { images } = await json(`api/series/${node.id}`);
            node.children = images.map((image, i) => ({ id: image.key, kind: 'image', data: image, place: i + 1,
                series: node.data }));
            this.#filter();
        } catch (error) {
            node.children = null;
            failed(error);
        }
    }

    #act(node) {
        if (node.kind === 'series') {
            this.#pick(node.data);
        } else if (node.kind === 'image') {
            this.#pick(node.series, node.id);
        } else {
            this.#tree.open(node, !this.#tree.isOpen(node));
        }
    }

    #typed(character) {
        const input = byId('list-filter');
        input.value += character;
        input.focus();
        this.#filter();
    }

    #filter() {
        this.#words = byId('list-filter').value.toLowerCase().split(/\s+/).filter(word => word);
        if (!this.#words.length) {
            this.#tree.show(this.#roots);
            return;
        }
        const kept = new Map();
        this.#roots.forEach(root => this.#keep(root, '', kept));
        this.#tree.show(this.#roots, kept);
    }

    /** A series is kept where the words are found in it, its study and its patient together. */
    #keep(node, above, kept) {
        const text = above + ' ' + node.text;
        if (node.kind === 'series') {
            if (this.#words.every(word => text.includes(word))) {
                kept.set(node, 'match');
                node.children?.forEach(child => kept.set(child, 'match'));
                return true;
            }
            return false;
        }
        let any = false;
        for (const child of node.children) {
            any = this.#keep(child, text, kept) || any;
        }
        if (any) {
            kept.set(node, 'path');
        }
        return any;
    }

    #count() {
        const series = this.series;
        const images = series.reduce((sum, one) => sum + one.images, 0);
        byId('list-count').textContent = `${counted(series.length, 'series', 'series')}, ${counted(images, 'image')}`;
    }

    #problems() {
        const { problems, problemCount = problems.length, skipped = 0 } = this.#catalog;
        byId('problems').hidden = problemCount === 0 && skipped === 0;
        byId('problem-count').textContent = [problemCount ? counted(problemCount, 'problem') : '',
            skipped ? counted(skipped, 'other file') : ''].filter(text => text).join(', ');
        const lines = problems.map(problem =>
            make('li', {}, make('b', {}, problem.name), ' ' + problem.message));
        if (problemCount > problems.length) {
            lines.push(make('li', {}, `and ${counted(problemCount - problems.length, 'more problem')}`));
        }
        if (skipped) {
            lines.push(make('li', {}, skipped === 1 ? 'One file is not DICOM and is not shown.'
                : `${skipped.toLocaleString('en')} files are not DICOM and are not shown.`));
        }
        byId('problem-list').replaceChildren(...lines);
    }

    #fill(row, node) {
        row.classList.add(node.kind);
        if (node.kind === 'series') {
            row.append(cover(node.data));
        }
        const [first, second] = lines(node);
        row.append(make('span', { class: 'lines' },
            make('span', { class: 'first' }, marked(first, this.#words)),
            ...(second ? [make('span', { class: 'second' }, marked(second, this.#words))] : [])));
        row.title = second ? `${first}\n${second}` : first;
    }
}

function cover(series) {
    const box = make('span', { class: 'cover' }, make('span', {}, series.modality || '?'));
    if (series.picture && series.cover) {
        const image = make('img', { alt: '' });
        // Until it is loaded, the modality stands in its place.
        image.addEventListener('load', () => box.classList.add('loaded'));
        box.append(image);
        box.classList.toggle('loaded', showThumbnail(series.cover, image));
    }
    return box;
}

function lines({ kind, data, place }) {
    switch (kind) {
        case 'patient':
            return [data.name || 'No name', joined([data.id, data.birthDate && '* ' + data.birthDate, data.sex])];
        case 'study':
            return [joined([data.date, data.description]) || 'Study', joined([data.time, data.accession])];
        case 'series':
            return [joined([data.number, data.description]) || 'Series', joined([data.modality, data.bodyPart,
                counted(data.images, 'image'), data.frames > data.images ? counted(data.frames, 'frame') : ''])];
        default:
            return [`${place}  ${data.name.slice(data.name.lastIndexOf('/') + 1)}`, ''];
    }
}

function textOf(kind, data) {
    const fields = {
        patient: ['name', 'id', 'birthDate'],
        study: ['date', 'description', 'accession', 'id', 'uid'],
        series: ['number', 'description', 'modality', 'bodyPart', 'uid'],
    };
    return fields[kind].map(field => data[field] ?? '').join(' ');
}

function joined(parts) {
    return parts.filter(part => part).join(' · ');
}

/** "1 image", "1,000 images". */
export function counted(count, one, many = one + 's') {
    return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
