import { pointOf } from '../menu.js';

/** How long a finger rests before that means something. */
const patience = 450;
/** How far it may move meanwhile, in pixels. */
const trembling = 10;

/** The finger that rests somewhere now: `{node, event, act, isLong, timer}`. */
let press = null;

/** Whether a finger rests where a long press means something. */
export const isUnderFinger = () => press !== null;

/**
 * Calls `act(node, node, point)` when a finger has rested on a part of `root`. That is once it is lifted: what opens
 * under a finger would be closed by lifting it. The part has the class `pressed` as soon as it has rested long enough.
 */
export function onLongPress(root, part, act) {
  root.addEventListener('pointerdown', event => {
    forget();
    const node = event.target.closest(part);
    if (event.pointerType === 'mouse' || !event.isPrimary || !node || event.target.closest('a, button, input, select')) return;
    press = { node, event, act, isLong: false, timer: setTimeout(ripen, patience) };
  });
}

function ripen() {
  press.isLong = true;
  press.node.classList.add('pressed');
  navigator.vibrate?.(10);
}

function forget() {
  clearTimeout(press?.timer);
  press?.node.classList.remove('pressed');
  press = null;
}

function finish(event) {
  const { node, act, isLong, event: began } = press ?? {};
  forget();
  // Not before the browser has done what it does when a finger is lifted.
  if (isLong) setTimeout(() => act(node, node, pointOf(event.type === 'pointerup' ? event : began)));
}

addEventListener('pointermove', event => {
  const far = press && Math.hypot(event.clientX - press.event.clientX, event.clientY - press.event.clientY) > trembling;
  if (far && !press.isLong) forget();
});

addEventListener('pointerup', finish);

// A browser that takes a long press for its own gesture says so instead of telling when the finger is lifted; one that
// begins to scroll does, too, but before the press was long.
addEventListener('pointercancel', finish);
