// Areas that can be made wider, areas as tabs where there is no room for all, and the colours.
import { byId, pressed } from './dom.js';

const STEP = 24;

/** A splitter sets a custom property of the page, in pixels; grows is 1 when moving it right makes its area wider. */
export function splitter(handle, property, grows, least) {
    const area = byId(handle.getAttribute('aria-controls'));
    const set = width => {
        const most = document.documentElement.clientWidth * 0.6;
        const pixels = Math.round(Math.max(least, Math.min(most, width)));
        document.documentElement.style.setProperty(property, pixels + 'px');
        handle.setAttribute('aria-valuenow', pixels);
        handle.setAttribute('aria-valuemin', least);
        handle.setAttribute('aria-valuemax', Math.round(most));
    };
    handle.setAttribute('aria-valuenow', Math.round(area.clientWidth));
    handle.addEventListener('pointerdown', event => {
        const begin = event.clientX;
        const width = area.clientWidth;
        const move = moved => set(width + grows * (moved.clientX - begin));
        handle.setPointerCapture(event.pointerId);
        handle.addEventListener('pointermove', move);
        handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move),
            { once: true });
        event.preventDefault();
    });
    handle.addEventListener('keydown', event => {
        const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        if (direction) {
            set(area.clientWidth + grows * direction * STEP);
            event.preventDefault();
            event.stopPropagation();
        }
    });
    handle.addEventListener('dblclick', () => document.documentElement.style.removeProperty(property));
}

/** Where there is room for one area only, buttons choose it; elsewhere the choice changes nothing. */
export function showArea(name) {
    document.body.dataset.area = name;
    for (const button of byId('areas').children) {
        if (button.dataset.area === name) {
            button.setAttribute('aria-current', 'true');
        } else {
            button.removeAttribute('aria-current');
        }
    }
}

/** "look" at a picture and its elements, or "compare" two files. */
export function showMode(name) {
    document.body.dataset.mode = name;
    pressed(byId('compare-mode'), name === 'compare');
}

const THEMES = ['auto', 'dark', 'light'];

/** Auto follows the system; the choice lasts as long as the tab. */
export function themeToggle() {
    const set = theme => {
        document.documentElement.dataset.theme = theme;
        byId('theme-name').textContent = theme.charAt(0).toUpperCase() + theme.slice(1);
        byId('theme').setAttribute('aria-label', `Colours: ${theme}`);
        remember(theme);
    };
    byId('theme').addEventListener('click', () =>
        set(THEMES[(THEMES.indexOf(document.documentElement.dataset.theme) + 1) % THEMES.length]));
    set(THEMES.includes(remembered()) ? remembered() : 'auto');
}

// A browser may forbid pages to remember anything.
function remembered() {
    try {
        return sessionStorage.getItem('theme');
    } catch {
        return null;
    }
}

function remember(theme) {
    try {
        sessionStorage.setItem('theme', theme);
    } catch {
        // Then the next page begins with "auto".
    }
}
