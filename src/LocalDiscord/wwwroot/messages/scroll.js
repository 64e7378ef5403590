import { byId } from '../dom.js';
import { icon } from '../icons.js';

const nearTheEnd = 60;

const frame = byId('messages');
const pill = byId('new-pill');

let unseen = 0;
let atEnd = true;
let lastTop = 0;

/** Whether the newest message is in view, so that the next one is to be as well. */
export const isAtEnd = () => atEnd;

export function scrollToEnd() {
  frame.scrollTop = frame.scrollHeight;
  lastTop = frame.scrollTop;
  atEnd = true;
}

/** Another channel is shown from its newest message upwards. */
export function startAtEnd() {
  atEnd = true;
  sawAll();
}

/** A forum is read from the top. */
export function startAtTop() {
  atEnd = false;
  frame.scrollTop = 0;
}

export function countUnseen() {
  unseen++;
  drawPill();
}

export function sawAll() {
  unseen = 0;
  drawPill();
}

function drawPill() {
  pill.hidden = unseen === 0;
  pill.replaceChildren(`${unseen} new ${unseen === 1 ? 'message' : 'messages'}`, icon('down'));
}

frame.addEventListener('scroll', () => {
  const isNear = frame.scrollHeight - frame.scrollTop - frame.clientHeight < nearTheEnd;
  // Only a scroll upwards leaves the end; content that grows below does not.
  atEnd = isNear || (atEnd && frame.scrollTop >= lastTop);
  lastTop = frame.scrollTop;
  if (atEnd && unseen > 0) sawAll();
}, { passive: true });

pill.addEventListener('click', () => {
  scrollToEnd();
  frame.focus();
});

// Images and commands that arrive late and a window that shrinks must not push the last message out of sight.
const followEnd = new ResizeObserver(() => atEnd && scrollToEnd());
followEnd.observe(byId('log'));
followEnd.observe(byId('start'));
followEnd.observe(frame);
