import { pointOf } from '../menu.js';

/** How long a finger rests before that means something. */
const patience = 450;
/** How far it may move meanwhile, in pixels. */
const trembling = 10;

/** The finger that rests somewhere now: `{node, event, act, timer}`. */
let press = null;
/** Whether the finger that was lifted last had rested long enough. */
let hadRested = false;

/** Whether a finger rests where a long press means something. */
export const isUnderFinger = () => press !== null;

/**
 * Calls `act(node, point)` when a finger has rested on a part of `root`. That is once it is lifted: what opens
 * under a finger would be closed by lifting it. The part has the class `pressed` as soon as it has rested long enough.
 */
export function onLongPress(root, part, act) {
  root.addEventListener('pointerdown', event => {
    forget();
    const node = event.target.closest(part);
    if (event.pointerType === 'mouse' || !event.isPrimary || !node || event.target.closest('a, button, input, select')) return;
    press = { node, event, act, timer: setTimeout(ripen, patience) };
  });
}

/** By when the finger did it, not by when a busy page came to hear of it. */
const isLong = event => press !== null && event.timeStamp - press.event.timeStamp >= patience;

function ripen() {
  press.node.classList.add('pressed');
  navigator.vibrate?.(10);
}

function forget() {
  clearTimeout(press?.timer);
  press?.node.classList.remove('pressed');
  press = null;
}

function finish(event) {
  const { node, act, event: began } = press ?? {};
  hadRested = isLong(event);
  forget();
  // Not before the browser has done what it does when a finger is lifted.
  if (hadRested) setTimeout(() => act(node, pointOf(event.type === 'pointerup' ? event : began)));
}

addEventListener('pointermove', event => {
  const far = press && Math.hypot(event.clientX - press.event.clientX, event.clientY - press.event.clientY) > trembling;
  if (far && !isLong(event)) forget();
});

addEventListener('pointerup', finish);

// The click that a browser makes of a lifted finger would close what opens, if it came a moment too late.
addEventListener('touchend', event => hadRested && event.preventDefault(), { passive: false });

// A browser that takes a long press for its own gesture says so instead of telling when the finger is lifted; one that
// begins to scroll does, too, but before the press was long.
addEventListener('pointercancel', finish);
