// What is said to people: errors in a box, changes to screen readers.
import { afterPause, byId } from './dom.js';

let timer = 0;

/** Shows a sentence for a while. */
export function notice(text, isError = false) {
    const box = byId('notice');
    box.textContent = text;
    box.classList.toggle('error', isError);
    box.hidden = false;
    clearTimeout(timer);
    timer = setTimeout(() => { box.hidden = true; }, isError ? 10000 : 3000);
}

/** Shows why something failed. */
export function failed(error) {
    notice(error.message || String(error), true);
}

/** Says the latest of many changes, once they pause. */
export const speak = afterPause(400, text => {
    byId('spoken').textContent = text;
});
