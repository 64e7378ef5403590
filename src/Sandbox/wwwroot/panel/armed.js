import { el } from '../dom.js';
import { icon } from '../icons.js';
import { onCall } from './calls.js';

const list = el('ul', {});
const box = el('div', { class: 'armed', role: 'status', hidden: true }, list);

/** Faults that wait for their requests, oldest first: `{request, title, left}`. */
const waiting = [];
let withdrawn = [];

/** What is about to go wrong, and what goes wrong until it is put right. */
export function armedView() {
  onCall(countDown);
  return box;
}

/** A fault waits for so many requests of a kind. */
export function arm(request, title, left) {
  waiting.push({ request, title, left });
  draw();
}

/** `all` says in which channels the bot lacks what was taken from it: `[{channel, permissions}]`, both in words. */
export function setWithdrawn(all) {
  withdrawn = all;
  draw();
}

/** A request of that kind used up one of the faults that waited for it; the server takes those of its own kind first. */
function countDown(call) {
  const matching = waiting.filter(({ request }) => request.is(call));
  const fault = matching.find(({ request }) => request.name !== 'any') ?? matching[0];
  if (!fault) return;
  fault.left--;
  if (fault.left === 0) waiting.splice(waiting.indexOf(fault), 1);
  draw();
}

function draw() {
  box.hidden = waiting.length + withdrawn.length === 0;
  list.replaceChildren(
    ...waiting.map(({ request, title, left }) => item(title, `${request.title}, ${left === 1 ? 'once' : `${left} times`}`)),
    ...withdrawn.map(({ channel, permissions }) => item(`Permissions withdrawn in ${channel}`, permissions)));
}

const item = (title, about) => el('li', {}, icon('warning'), el('span', {}, el('strong', {}, title), el('span', { class: 'quiet' }, about)));
