// The keys, as one table: what they do, and the help that tells it.
import { byId, make } from './dom.js';

/**
 * groups: [{ title, keys: [{ keys: ['I'], text, run }] }]. Letters work outside of fields and trees, where letters are
 * typed; `run` may be missing where something else acts on the key. A key may be 'Shift+ArrowUp' or 'Ctrl+ArrowUp'.
 */
export function bindKeys(groups) {
    const actions = new Map();
    for (const { keys, run } of groups.flatMap(group => group.keys)) {
        keys.filter(() => run).forEach(key => actions.set(key.toLowerCase(), run));
    }
    document.addEventListener('keydown', event => {
        const run = actions.get(named(event).toLowerCase());
        if (!run || event.defaultPrevented || byId('help').open || isTyping(event.target, event.key)) {
            return;
        }
        event.preventDefault();
        run(event);
    });
    byId('help-keys').replaceChildren(...groups.map(section));
    byId('help-open').addEventListener('click', openHelp);
    byId('help-close').addEventListener('click', () => byId('help').close());
}

export function openHelp() {
    byId('help').showModal();
}

/** Signs are what they are, whichever keys make them. */
function named(event) {
    const isSign = event.key.length === 1 && !/[a-z0-9 ]/i.test(event.key);
    return (event.ctrlKey || event.metaKey ? 'Ctrl+' : '') + (event.altKey ? 'Alt+' : '')
        + (event.shiftKey && !isSign ? 'Shift+' : '') + (event.key === ' ' ? 'Space' : event.key);
}

function isTyping(target, key) {
    if (target.closest('input:not([type=range]):not([type=checkbox]):not([type=radio]), select, textarea')) {
        return true;
    }
    // Buttons, sliders and trees have a use for these keys themselves.
    const own = { ' ': 'button, summary, input', Enter: 'button, summary, input' };
    const arrows = key.startsWith('Arrow') || key === 'Home' || key === 'End' || key.startsWith('Page');
    return target.closest(own[key] ?? (arrows ? 'input, [role=tree], [role=radio], [role=separator], pre, ul' : 'dialog')) !== null;
}

const LABELS = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', PageUp: 'Page ↑', PageDown: 'Page ↓' };

function section({ title, keys }) {
    return make('section', {}, make('h3', {}, title), make('dl', {}, ...keys.map(entry => make('div', {},
        make('dt', {}, ...(entry.shown ?? entry.keys).map(key => make('kbd', {}, label(key)))),
        make('dd', {}, entry.text)))));
}

function label(key) {
    return key === '+' ? key : key.split('+').map(part => LABELS[part] ?? part).join(' ');
}
