// Mouse, pen and fingers on the stage. The wheel scrolls (with Ctrl, as pinching a touchpad sends it: zooms); dragging
// does what the chosen tool says; the right button always changes the window, the middle one always moves.

const WHEEL_STEP = 40; // pixels of the wheel for one image
const DRAG_STEP = 6; // pixels of a drag for one image

/** actions: { scroll(count), window(dx, dy), settle(), pan(dx, dy), zoom(factor, x, y) }; tool() names the chosen one. */
export function watch(stage, tool, actions) {
    const pointers = new Map();
    let doing = '';
    let rest = 0;

    const place = event => {
        const box = stage.getBoundingClientRect();
        return { x: event.clientX - box.left, y: event.clientY - box.top };
    };

    stage.addEventListener('wheel', event => {
        event.preventDefault();
        const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? WHEEL_STEP : 1);
        if (event.ctrlKey || event.metaKey) {
            const { x, y } = place(event);
            actions.zoom(Math.exp(-Math.max(-120, Math.min(120, pixels)) / 400), x, y);
            return;
        }
        // A mouse's notch is at least one image, a touchpad's small steps are gathered.
        rest += Math.abs(pixels) >= WHEEL_STEP ? Math.sign(pixels) * WHEEL_STEP : pixels;
        const count = Math.trunc(rest / WHEEL_STEP);
        rest -= count * WHEEL_STEP;
        if (count) {
            actions.scroll(count);
        }
    }, { passive: false });

    stage.addEventListener('contextmenu', event => event.preventDefault());

    stage.addEventListener('pointerdown', event => {
        stage.setPointerCapture(event.pointerId);
        pointers.set(event.pointerId, place(event));
        doing = event.button === 2 ? 'window' : event.button === 1 ? 'pan' : tool();
        rest = 0;
        if (event.button === 1) {
            event.preventDefault();
        }
    });

    stage.addEventListener('pointermove', event => {
        const before = pointers.get(event.pointerId);
        if (before === undefined) {
            return;
        }
        const now = place(event);
        if (pointers.size === 2) {
            pinch(event.pointerId, before, now);
        } else if (pointers.size === 1) {
            drag(now, now.x - before.x, now.y - before.y);
        }
        pointers.set(event.pointerId, now);
    });

    for (const end of ['pointerup', 'pointercancel']) {
        stage.addEventListener(end, event => {
            if (pointers.delete(event.pointerId) && doing === 'window') {
                actions.settle();
            }
        });
    }

    function drag(now, dx, dy) {
        if (doing === 'window') {
            actions.window(dx, dy);
        } else if (doing === 'pan') {
            actions.pan(dx, dy);
        } else if (doing === 'zoom') {
            actions.zoom(Math.exp(-dy / 150));
        } else {
            rest += dy;
            const count = Math.trunc(rest / DRAG_STEP);
            rest -= count * DRAG_STEP;
            actions.scroll(count);
        }
    }

    /** Two fingers: their distance zooms, their middle moves. */
    function pinch(id, before, now) {
        const other = [...pointers].find(([key]) => key !== id)[1];
        const distance = point => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
        actions.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
        actions.zoom(distance(now) / distance(before), (now.x + other.x) / 2, (now.y + other.y) / 2);
    }
}
