// All about the element in focus: below the tree, where keyboard and screen reader find it, instead of in a tooltip.
import { offline, wholeValue } from './api.js';
import { byId } from './dom.js';
import { failed, notice } from './messages.js';
import { copyText } from './save.js';

export class Detail {
    #node = null;
    #imageKey = '';
    #vrs = {};

    constructor() {
        byId('copy-value').addEventListener('click', () => this.copy(this.#node));
        byId('whole-value').addEventListener('click', () => this.#whole());
    }

    /** The sentences about VRs, by their two letters. */
    explain(vrs) {
        this.#vrs = vrs;
    }

    show(node, imageKey) {
        this.#node = node;
        this.#imageKey = imageKey;
        byId('detail').hidden = node?.kind !== 'element';
        if (node?.kind !== 'element') {
            return;
        }
        const { element } = node;
        const { vr } = element;
        byId('detail-name').textContent = element.name;
        byId('detail-tag').textContent = node.path;
        byId('detail-keyword').textContent = element.keyword;
        byId('detail-length').textContent = element.length < 0 ? 'undefined length'
            : element.length === 1 ? '1 byte' : `${element.length.toLocaleString('en')} bytes`;
        byId('detail-private').textContent = element.private ? `Private, of ${element.private}` : '';
        byId('detail-private').hidden = !element.private;
        byId('detail-vr').textContent = this.#vrs[vr] ? `${vr}: ${this.#vrs[vr]}` : vr;
        byId('detail-value').textContent = (element.uidName ? `${element.uidName}\n` : '')
            + lines(element.value ?? '') + (element.cut ? ' …' : '');
        byId('detail-value').hidden = !element.value;
        byId('whole-value').hidden = !element.cut || offline;
        byId('copy-value').hidden = element.value === undefined;
    }

    /** Copies the value of a node, the whole of it. */
    async copy(node) {
        if (node?.kind !== 'element' || node.element.value === undefined) {
            return;
        }
        try {
            const { element } = node;
            const text = element.cut && !offline ? await wholeValue(this.#imageKey, node.path) : element.value;
            await copyText(text);
            notice(`${element.name} is copied.`);
        } catch (error) {
            failed(error);
        }
    }

    async #whole() {
        const node = this.#node;
        try {
            const text = await wholeValue(this.#imageKey, node.path);
            if (node === this.#node) {
                byId('detail-value').textContent = lines(text);
                byId('whole-value').hidden = true;
            }
        } catch (error) {
            failed(error);
        }
    }
}

/** Texts of DICOM may end their lines as they like. */
function lines(text) {
    return text.replace(/\r\n?/g, '\n');
}
