// A tree of which only the rows in sight exist as elements, so that a hundred thousand rows cost no more than fifty.
//
// A node is { id, children? } with whatever else its owner wants; `children: null` means that they come when it is
// opened (options.load). Focus stays on the tree itself, aria-activedescendant tells the row (WAI-ARIA, tree pattern).
import { icon, make } from './dom.js';

const OVERSCAN = 8;

export class Tree {
    #element;
    #options;
    #space = make('div', { class: 'space', role: 'presentation' });
    #roots = [];
    #kept = null;
    #rows = [];
    #tops = new Float64Array(1);
    #drawn = new Map();
    #opened = new Set();
    #closed = new Set();
    #active = '';

    /**
     * options: height(node) in pixels; fill(row, node) puts content into a row; chosen(node, byUser) when a row becomes
     * active; and, each as needed: acted(node) on Enter or double click, ticked(node) on the space bar, load(node) for
     * late children, typed(character), copied(node), selected(node).
     */
    constructor(element, options) {
        this.#element = element;
        this.#options = options;
        element.append(this.#space);
        element.addEventListener('scroll', () => this.#draw(), { passive: true });
        element.addEventListener('keydown', event => this.#key(event));
        element.addEventListener('click', event => this.#click(event));
        element.addEventListener('dblclick', event => this.#doubleClick(event));
        element.addEventListener('focus', () => this.#focus());
        element.addEventListener('copy', event => this.#copy(event));
        new ResizeObserver(() => this.#resized()).observe(element);
    }

    /** Shows nodes; `kept`, where there is one, maps those to be shown to 'match' or, on the way to one, 'path'. */
    show(roots, kept = null) {
        this.#roots = roots;
        this.#kept = kept;
        this.#closed.clear();
        this.refresh();
    }

    /** Draws again: nodes or what they show have changed. */
    refresh() {
        this.#rows = [];
        this.#flatten(this.#roots, 1);
        this.#measure();
        this.#space.replaceChildren();
        this.#drawn.clear();
        this.#draw();
    }

    get active() {
        return this.#rows.find(row => row.node.id === this.#active)?.node;
    }

    get first() {
        return this.#rows[0]?.node;
    }

    get focused() {
        return document.activeElement === this.#element;
    }

    focus() {
        this.#element.focus();
    }

    isOpen(node) {
        return this.#kept?.get(node) === 'path' ? !this.#closed.has(node.id) : this.#opened.has(node.id);
    }

    open(node, open = true) {
        this.setOpen(node, open);
        this.refresh();
    }

    /** Opens or closes all nodes whose children are here. */
    openAll(open) {
        const visit = nodes => nodes.forEach(node => {
            if (node.children) {
                this.setOpen(node, open);
                visit(node.children);
            }
        });
        visit(this.#roots);
        this.refresh();
    }

    /** Makes a node the active one, and brings it into sight. */
    activate(node, byUser = false) {
        const at = this.#rows.findIndex(row => row.node === node);
        if (at >= 0) {
            this.#move(at, byUser);
        }
    }

    /** As open, for many nodes: the caller draws again. */
    setOpen(node, open) {
        if (open && node.children === null && this.#options.load) {
            node.children = [];
            this.#options.load(node);
        }
        (open ? this.#opened : this.#closed).add(node.id);
        (open ? this.#closed : this.#opened).delete(node.id);
    }

    #flatten(nodes, level) {
        const shown = this.#kept ? nodes.filter(node => this.#kept.has(node)) : nodes;
        for (let i = 0; i < shown.length; i++) {
            const node = shown[i];
            this.#rows.push({ node, level, place: i + 1, size: shown.length });
            if (node.children && this.isOpen(node)) {
                this.#flatten(node.children, level + 1);
            }
        }
    }

    #measure() {
        this.#tops = new Float64Array(this.#rows.length + 1);
        this.#rows.forEach((row, i) => {
            this.#tops[i + 1] = this.#tops[i] + this.#options.height(row.node);
        });
        this.#space.style.height = this.#tops[this.#rows.length] + 'px';
    }

    #resized() {
        this.#options.resized?.(this.#element.clientWidth);
        this.#draw();
    }

    /** The row at a height from the top, by halving. */
    #rowAt(y) {
        let low = 0;
        let high = this.#rows.length;
        while (low + 1 < high) {
            const middle = (low + high) >> 1;
            if (this.#tops[middle] <= y) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    #draw() {
        const top = this.#element.scrollTop;
        const from = Math.max(0, this.#rowAt(top) - OVERSCAN);
        const to = Math.min(this.#rows.length, this.#rowAt(top + this.#element.clientHeight) + 1 + OVERSCAN);
        const wanted = new Set();
        for (let i = from; i < to; i++) {
            wanted.add(i);
        }
        // The active row is always there, for aria-activedescendant.
        const active = this.#rows.findIndex(row => row.node.id === this.#active);
        if (active >= 0) {
            wanted.add(active);
        }
        for (const [i, element] of this.#drawn) {
            if (!wanted.has(i)) {
                element.remove();
                this.#drawn.delete(i);
            }
        }
        for (const i of wanted) {
            if (!this.#drawn.has(i)) {
                const element = this.#row(i);
                this.#drawn.set(i, element);
                this.#space.append(element);
            }
        }
        const described = active >= 0 ? this.#drawn.get(active).id : '';
        if (described) {
            this.#element.setAttribute('aria-activedescendant', described);
        } else {
            this.#element.removeAttribute('aria-activedescendant');
        }
    }

    #row(i) {
        const { node, level, place, size } = this.#rows[i];
        const isParent = node.children !== undefined;
        const element = make('div', {
            role: 'treeitem',
            id: `${this.#element.id}-${i}`,
            class: 'row',
            'data-row': i,
            'aria-level': level,
            'aria-posinset': place,
            'aria-setsize': size,
            'aria-expanded': isParent ? String(this.isOpen(node)) : undefined,
        });
        element.classList.toggle('active', node.id === this.#active);
        if (this.#options.selected) {
            element.setAttribute('aria-selected', String(this.#options.selected(node)));
        }
        element.style.transform = `translateY(${this.#tops[i]}px)`;
        element.style.height = this.#tops[i + 1] - this.#tops[i] + 'px';
        element.style.setProperty('--level', level - 1);
        element.append(make('span', { class: isParent ? 'twist' : 'twist none' }, ...(isParent ? [icon('next')] : [])));
        this.#options.fill(element, node);
        return element;
    }

    #move(i, byUser) {
        const row = this.#rows[i];
        if (!row) {
            return;
        }
        this.#drawn.forEach(element => element.classList.remove('active'));
        this.#active = row.node.id;
        const { scrollTop, clientHeight } = this.#element;
        if (this.#tops[i] < scrollTop) {
            this.#element.scrollTop = this.#tops[i];
        } else if (this.#tops[i + 1] > scrollTop + clientHeight) {
            this.#element.scrollTop = this.#tops[i + 1] - clientHeight;
        }
        this.#draw();
        this.#drawn.get(i).classList.add('active');
        this.#options.chosen?.(row.node, byUser);
    }

    #index() {
        return this.#rows.findIndex(row => row.node.id === this.#active);
    }

    #focus() {
        if (this.#index() < 0 && this.#rows.length) {
            this.#move(0, false);
        }
    }

    #toggle(i, open) {
        const node = this.#rows[i].node;
        if (node.children !== undefined && this.isOpen(node) !== open) {
            this.open(node, open);
        }
    }

    #left(i) {
        const { node, level } = this.#rows[i];
        if (node.children !== undefined && this.isOpen(node)) {
            this.#toggle(i, false);
            return;
        }
        let parent = i;
        while (parent >= 0 && this.#rows[parent].level >= level) {
            parent--;
        }
        this.#move(parent, true);
    }

    #right(i) {
        const node = this.#rows[i].node;
        if (node.children === undefined) {
            return;
        }
        if (this.isOpen(node)) {
            this.#move(i + 1, true);
        } else {
            this.#toggle(i, true);
        }
    }

    #page(i, direction) {
        const target = this.#tops[i] + direction * Math.max(1, this.#element.clientHeight - 40);
        return this.#rowAt(Math.max(0, Math.min(target, this.#tops[this.#rows.length] - 1)));
    }

    #key(event) {
        const i = Math.max(0, this.#index());
        const last = this.#rows.length - 1;
        if (last < 0 || event.altKey || event.metaKey || event.ctrlKey) {
            return;
        }
        const actions = {
            ArrowDown: () => this.#move(Math.min(last, i + 1), true),
            ArrowUp: () => this.#move(Math.max(0, i - 1), true),
            Home: () => this.#move(0, true),
            End: () => this.#move(last, true),
            PageDown: () => this.#move(this.#page(i, 1), true),
            PageUp: () => this.#move(this.#page(i, -1), true),
            ArrowLeft: () => this.#left(i),
            ArrowRight: () => this.#right(i),
            Enter: () => this.#act(i),
            ' ': () => (this.#options.ticked ?? this.#options.acted)?.(this.#rows[i].node),
        };
        const action = actions[event.key];
        if (action) {
            action();
        } else if (event.key.length === 1 && event.key !== '?' && event.key !== '/' && this.#options.typed) {
            this.#options.typed(event.key);
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    }

    #act(i) {
        const node = this.#rows[i].node;
        if (this.#options.acted) {
            this.#options.acted(node);
        } else {
            this.#toggle(i, !this.isOpen(node));
        }
    }

    #click(event) {
        const i = this.#indexOf(event.target);
        if (i < 0) {
            return;
        }
        if (event.target.closest('.twist') && this.#rows[i].node.children !== undefined) {
            this.#toggle(i, !this.isOpen(this.#rows[i].node));
            return;
        }
        this.#move(i, true);
        if (event.target.closest('.tick') || event.ctrlKey || event.metaKey) {
            this.#options.ticked?.(this.#rows[i].node);
        } else {
            this.#options.clicked?.(this.#rows[i].node);
        }
    }

    #doubleClick(event) {
        const i = this.#indexOf(event.target);
        if (i >= 0 && !event.target.closest('.twist, .tick')) {
            this.#toggle(i, !this.isOpen(this.#rows[i].node));
        }
    }

    #indexOf(target) {
        const row = target.closest('.row');
        return row === null ? -1 : Number(row.dataset.row);
    }

    #copy(event) {
        const active = this.active;
        // Text that was selected by hand is copied as it is.
        if (active && this.#options.copied && document.getSelection().isCollapsed) {
            event.preventDefault();
            this.#options.copied(active);
        }
    }
}
