// Files for the person's downloads folder, and texts for the clipboard.
import { make } from './dom.js';

export function saveFile(blob, name) {
    const url = URL.createObjectURL(blob);
    const link = make('a', { href: url, download: fileName(name) });
    document.body.append(link);
    link.click();
    link.remove();
    // The browser reads it a little later.
    setTimeout(() => URL.revokeObjectURL(url), 60000);
}

/** The last part of a name, without what file systems do not like. */
function fileName(name) {
    const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return last.replace(/[^\p{L}\p{N}._ -]/gu, '_').slice(-100) || 'bitewing';
}

export async function copyText(text) {
    try {
        await navigator.clipboard.writeText(text);
    } catch {
        // Where there is no such clipboard (a page from a file), or it is not allowed.
        const area = make('textarea', { class: 'unseen' });
        const focused = document.activeElement;
        area.value = text;
        document.body.append(area);
        area.select();
        const copied = document.execCommand('copy');
        area.remove();
        focused?.focus();
        if (!copied) {
            throw new Error('The browser does not let this page copy. Select the value and copy it by hand.');
        }
    }
}
