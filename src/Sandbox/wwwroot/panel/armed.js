import { fetchFaults } from '../api.js';
import { el } from '../dom.js';
import { icon } from '../icons.js';
import { onCall } from './calls.js';
import { describe } from './fault-list.js';

/** How often to look whether what waits for the gateway has happened. */
const patience = 3000;

const list = el('ul', {});
const box = el('div', { class: 'armed', role: 'status', hidden: true }, list);

/** Faults that wait, as the server tells them. */
let waiting = [];
let withdrawn = [];
let asked = null;

/** What is about to go wrong, whoever asked for it, and what goes wrong until it is put right. */
export function armedView() {
  onCall(() => waiting.length > 0 && lookAgain());
  lookAgain();
  return box;
}

/** Asks what is about to go wrong now. */
export async function lookAgain() {
  const question = asked = {};
  const answer = await fetchFaults().catch(() => []);
  if (question !== asked) return;
  waiting = answer;
  draw();
  if (waiting.length > 0) setTimeout(() => question === asked && lookAgain(), patience);
}

/** `all` says in which channels the bot lacks what was taken from it: `[{channel, permissions}]`, both in words. */
export function setWithdrawn(all) {
  withdrawn = all;
  draw();
}

function draw() {
  box.hidden = waiting.length + withdrawn.length === 0;
  list.replaceChildren(
    ...waiting.map(fault => item(describe(fault).title, `${describe(fault).of}, ${fault.times === 1 ? 'once' : `${fault.times} times`}`)),
    ...withdrawn.map(({ channel, permissions }) => item(`Permissions withdrawn in ${channel}`, permissions)));
}

const item = (title, about) => el('li', {}, icon('warning'), el('span', {}, el('strong', {}, title), el('span', { class: 'quiet' }, about)));
