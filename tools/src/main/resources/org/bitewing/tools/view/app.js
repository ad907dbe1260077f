// Puts the page together: the list on the left, the picture, the elements; or two files side by side.
import { catalogAfter, json, offline } from './api.js';
import { CatalogList } from './catalog.js';
import { ComparePanel } from './compare.js';
import { byId, make, pressed } from './dom.js';
import { ElementsPanel } from './elements.js';
import { watch } from './gestures.js';
import { bindKeys, openHelp } from './keys.js';
import { showArea, showMode, splitter, themeToggle } from './layout.js';
import { failed } from './messages.js';
import { PicturePanel } from './picture.js';
import { Stack } from './stack.js';

const POLL = 400; // milliseconds, while the server still looks through the files
const SOON = 50; // and nothing is shown yet
const stacks = new Map();
let choices = 0;

const elements = new ElementsPanel();
const compare = new ComparePanel();
const picture = new PicturePanel((image, position) => {
    list.show(picture.stack.series.key, image.key);
    elements.show(image, position);
});
const list = new CatalogList(choose);

/** A series was chosen, or an image of it. */
async function choose(series, imageKey) {
    const choice = ++choices;
    try {
        const stack = await stackOf(series);
        if (!stack.length || choice !== choices) {
            return;
        }
        if (document.body.dataset.mode === 'compare') {
            compare.choose(stack, Math.max(0, stack.images.findIndex(image => image.key === imageKey)));
            showArea('compare');
        } else {
            picture.open(stack, imageKey);
            const wasInList = byId('list').contains(document.activeElement);
            showArea('picture');
            if (wasInList && !byId('catalog').clientHeight) {
                byId('stage').focus(); // The list has made room for the picture.
            }
        }
    } catch (error) {
        failed(error);
    }
}

/** The images of a series; asked again when there are more of them than before. */
async function stackOf(series) {
    const known = stacks.get(series.key);
    if (known !== undefined && known.images.length >= series.images) {
        return known;
    }
    const stack = new Stack(series, (await json(`api/series/${series.key}`)).images);
    stacks.set(series.key, stack);
    return stack;
}

// ---- the catalog, while it grows -------------------------------------------------------------------------------------

async function follow() {
    let version;
    for (;;) {
        const catalog = await catalogAfter(version);
        if (catalog !== null) {
            version = catalog.version;
            await show(catalog);
            if (catalog.complete) {
                return;
            }
        }
        await new Promise(resolve => setTimeout(resolve, picture.stack ? POLL : SOON));
    }
}

async function show(catalog) {
    document.title = `${catalog.title} – Bitewing`;
    byId('title').textContent = catalog.title;
    list.update(catalog);
    progress(catalog);
    try {
        await openOrGrow(catalog);
    } catch (error) {
        failed(error);
    }
    if (catalog.complete && !list.series.length) {
        byId('no-picture').textContent = 'There are no DICOM files here.';
    }
}

/** The first series opens by itself, and the one that is open grows. */
async function openOrGrow(catalog) {
    const shown = picture.stack?.series.key;
    const series = list.series.find(one => shown === undefined ? one.picture : one.key === shown)
        ?? (catalog.complete && shown === undefined ? list.series[0] : undefined);
    if (series && document.body.dataset.mode === 'look'
        && (shown === undefined || series.images > picture.stack.images.length)) {
        const stack = await stackOf(series);
        if (stack.length && picture.stack?.series.key === shown) {
            picture.open(stack, shown === undefined ? undefined : picture.image.key);
        }
    }
}

function progress({ complete, scanned, total }) {
    const of = total ? ` of ${total.toLocaleString('en')}` : '';
    byId('progress').textContent = complete ? '' : `Reading: ${scanned.toLocaleString('en')}${of} files`;
    byId('progress').classList.toggle('done', complete);
}

// ---- controls --------------------------------------------------------------------------------------------------------

let tool = 'window';

function useTool(name) {
    tool = name;
    for (const button of byId('tools').children) {
        const on = button.dataset.tool === name;
        button.setAttribute('aria-checked', String(on));
        button.tabIndex = on ? 0 : -1;
    }
    byId('stage').dataset.tool = name;
}

function toggleFacts() {
    byId('corners').hidden = !byId('corners').hidden;
    pressed(byId('facts'), !byId('corners').hidden);
}

function toggleCompare() {
    if (document.body.dataset.mode === 'compare') {
        look('picture');
    } else {
        startComparing();
    }
}

function look(area) {
    showMode('look');
    showArea(area);
}

function startComparing() {
    showMode('compare');
    showArea('compare');
    picture.stop();
    if (compare.isEmpty) {
        compareNext();
    }
}

function compareNext() {
    const { stack, image } = picture;
    if (stack) {
        compare.neighbours(stack, stack.images.indexOf(image));
    }
}

/** The series before or after the one shown. */
function stepSeries(count) {
    const all = list.series;
    const next = all[all.findIndex(series => series.key === picture.stack?.series.key) + count];
    if (next) {
        choose(next);
    }
}

function searchElements() {
    look('elements');
    elements.focusSearch();
}

const { stage } = picture;
const clicks = {
    'compare-mode': toggleCompare,
    'compare-next': compareNext,
    'zoom-in': () => stage.zoomBy(1.25),
    'zoom-out': () => stage.zoomBy(0.8),
    fit: () => stage.fit(),
    actual: () => stage.actual(),
    invert: () => picture.toggleInvert(),
    drawn: () => picture.toggleOverlays(),
    facts: toggleFacts,
    reset: () => picture.reset(),
    'save-png': () => picture.save(),
    play: () => picture.toggle(),
    previous: () => picture.step(-1),
    next: () => picture.step(1),
};
for (const [id, run] of Object.entries(clicks)) {
    byId(id).addEventListener('click', run);
}
byId('areas').addEventListener('click', event => {
    const area = event.target.closest('button')?.dataset.area;
    if (area === 'compare') {
        startComparing();
    } else if (area === 'list') {
        showArea('list');
    } else if (area !== undefined) {
        look(area);
    }
});
byId('tools').addEventListener('click', event => {
    const button = event.target.closest('button');
    if (button) {
        useTool(button.dataset.tool);
    }
});
byId('tools').addEventListener('keydown', event => {
    const names = [...byId('tools').children].map(button => button.dataset.tool);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) {
        useTool(names[(names.indexOf(tool) + step + names.length) % names.length]);
        byId('tools').querySelector('[aria-checked=true]').focus();
        event.preventDefault();
    }
});
watch(byId('stage'), () => tool, {
    scroll: count => picture.step(count),
    window: (dx, dy) => picture.drag(dx, dy),
    settle: () => picture.settle(),
    pan: (dx, dy) => stage.pan(dx, dy),
    zoom: (factor, x, y) => stage.zoomBy(factor, x, y),
});

const KEY_DRAG = 8; // pixels of a drag that a key stands for
const KEY_PAN = 40;
bindKeys([
    { title: 'Series', keys: [
        { keys: ['ArrowRight', 'ArrowDown'], text: 'next image', run: () => picture.step(1) },
        { keys: ['ArrowLeft', 'ArrowUp'], text: 'image before', run: () => picture.step(-1) },
        { keys: ['PageDown'], text: 'ten images on', run: () => picture.step(10) },
        { keys: ['PageUp'], text: 'ten images back', run: () => picture.step(-10) },
        { keys: ['Home'], text: 'first image', run: () => picture.step(-Infinity) },
        { keys: ['End'], text: 'last image', run: () => picture.step(Infinity) },
        { keys: [']'], text: 'next series', run: () => stepSeries(1) },
        { keys: ['['], text: 'series before', run: () => stepSeries(-1) },
        { keys: ['Space'], text: 'play, pause', run: () => picture.toggle() },
    ] },
    { title: 'Window', keys: [
        { keys: ['Shift+ArrowUp'], text: 'brighter', run: () => picture.drag(0, KEY_DRAG, false) },
        { keys: ['Shift+ArrowDown'], text: 'darker', run: () => picture.drag(0, -KEY_DRAG, false) },
        { keys: ['Shift+ArrowRight'], text: 'wider: less contrast', run: () => picture.drag(KEY_DRAG, 0, false) },
        { keys: ['Shift+ArrowLeft'], text: 'narrower: more contrast', run: () => picture.drag(-KEY_DRAG, 0, false) },
        { keys: [...'123456789'], shown: ['1', '…', '9'], text: 'windows of the file and presets',
            run: event => picture.preset(Number(event.key) - 1) },
        { keys: ['I'], text: 'invert', run: () => picture.toggleInvert() },
    ] },
    { title: 'Picture', keys: [
        { keys: ['+', '='], shown: ['+'], text: 'larger', run: () => stage.zoomBy(1.25) },
        { keys: ['-'], text: 'smaller', run: () => stage.zoomBy(0.8) },
        { keys: ['F'], text: 'fit', run: () => stage.fit() },
        { keys: ['G'], text: 'one pixel for one', run: () => stage.actual() },
        { keys: ['Ctrl+ArrowLeft'], text: 'move left', run: () => stage.pan(-KEY_PAN, 0) },
        { keys: ['Ctrl+ArrowRight'], text: 'move right', run: () => stage.pan(KEY_PAN, 0) },
        { keys: ['Ctrl+ArrowUp'], text: 'move up', run: () => stage.pan(0, -KEY_PAN) },
        { keys: ['Ctrl+ArrowDown'], text: 'move down', run: () => stage.pan(0, KEY_PAN) },
        { keys: ['O'], text: 'facts in the corners', run: toggleFacts },
        { keys: ['V'], text: 'overlays of the file', run: () => picture.toggleOverlays() },
        { keys: ['R'], text: 'reset', run: () => picture.reset() },
        { keys: ['S'], text: 'save as PNG', run: () => picture.save() },
    ] },
    { title: 'Elements and list', keys: [
        { keys: ['/'], text: 'search the elements', run: searchElements },
        { keys: ['L'], text: 'to the list', run: () => { showArea('list'); list.focus(); } },
        { keys: ['P'], text: 'to the picture', run: () => { look('picture'); byId('stage').focus(); } },
        { keys: ['ArrowUp', 'ArrowDown'], text: 'in a tree: move' },
        { keys: ['ArrowRight', 'ArrowLeft'], text: 'in a tree: open, close' },
        { keys: [], shown: ['Space'], text: 'in the elements: tick, for saving' },
        { keys: [], shown: ['Ctrl+C'], text: 'in the elements: copy the value' },
        { keys: [], shown: ['A…Z'], text: 'in a tree: search' },
        { keys: ['C'], text: 'compare two files', run: toggleCompare },
        { keys: ['?'], text: 'these keys', run: openHelp },
    ] },
]);
splitter(byId('split-list'), '--list', 1, 180);
splitter(byId('split-elements'), '--elements', -1, 260);
themeToggle();
useTool('window');
if (offline) {
    document.body.classList.add('offline');
} else {
    document.head.append(make('link', { rel: 'icon', href: 'icon.svg' }));
}

json('api/vrs').then(vrs => elements.explain(vrs)).catch(failed);
follow().catch(failed);
