// The facts over the picture: whose, which, where, how; and which way the patient lies.
import { byId, make } from './dom.js';

const TOP_LEFT = ['Patient', 'Patient ID', 'Study'];
const TOP_RIGHT = ['Series', 'Size'];

/** Shows the basics of an image, and lines about how it is shown. Of another image's, only what is its series' too. */
export function showCorners(all, lines, ofThisImage = true) {
    const basics = ofThisImage ? all : all.filter(([name]) => TOP_LEFT.includes(name) || name === 'Series');
    const of = names => basics.filter(([name]) => names.includes(name)).map(([, value]) => make('div', {}, value));
    byId('corner-tl').replaceChildren(...of(TOP_LEFT));
    byId('corner-tr').replaceChildren(...of(TOP_RIGHT));
    byId('corner-bl').replaceChildren(...basics
        .filter(([name]) => !TOP_LEFT.includes(name) && !TOP_RIGHT.includes(name))
        .map(([name, value]) => make('div', {}, make('span', { class: 'key' }, name), ' ' + value)));
    byId('corner-br').replaceChildren(...lines.map(line => make('div', {}, line)));
}

/** Shows letters at the four sides, or nothing where they are not known. */
export function showSides(sides) {
    for (const name of ['left', 'top', 'right', 'bottom']) {
        byId('side-' + name).textContent = sides?.[name] ?? '';
    }
}

const AXES = [['L', 'R'], ['P', 'A'], ['H', 'F']];
const OPPOSITE = { L: 'R', R: 'L', P: 'A', A: 'P', H: 'F', F: 'H' };

/**
 * The sides of a picture from its elements: Image Orientation (Patient) (PS3.3 C.7.6.2.1.1) or Patient Orientation
 * (C.7.6.1.1.1), which name where rows and columns go. Null for none, or where frames differ.
 */
export function sidesOf(elements) {
    const value = tag => elements.find(element => element.tag === tag)?.value ?? '';
    const cosines = value('(0020,0037)').split('\\').map(Number);
    let [right, bottom] = value('(0020,0020)').split('\\');
    if (cosines.length === 6 && cosines.every(Number.isFinite)) {
        right = letters(cosines.slice(0, 3));
        bottom = letters(cosines.slice(3));
    }
    if (!/^[LRPAHF]{1,3}$/.test(right) || !/^[LRPAHF]{1,3}$/.test(bottom ?? '')) {
        return null;
    }
    return { right, bottom, left: opposite(right), top: opposite(bottom) };
}

function letters(direction) {
    return direction.map((cosine, axis) => ({ size: Math.abs(cosine), letter: AXES[axis][cosine > 0 ? 0 : 1] }))
        .filter(({ size }) => size > 0.2).sort((a, b) => b.size - a.size).map(({ letter }) => letter).join('');
}

function opposite(direction) {
    return [...direction].map(letter => OPPOSITE[letter]).join('');
}
