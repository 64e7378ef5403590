import { fetchFaults } from '../api.js';
import { el } from '../dom.js';
import { icon } from '../icons.js';
import { onCall } from './calls.js';
import { describe } from './fault-list.js';

/** How often to check whether planned gateway faults have happened, in milliseconds. */
const patience = 3000;

const list = el('ul', {});
const box = el('div', { class: 'armed', role: 'status', hidden: true }, list);

/** Planned faults, as the server returns them. */
let waiting = [];
let withdrawn = [];
let asked = null;

/** Planned faults, and permissions that the bot lacks. */
export function armedView() {
  onCall(() => waiting.length > 0 && lookAgain());
  lookAgain();
  return box;
}

/** Fetches the planned faults. */
export async function lookAgain() {
  const question = asked = {};
  const answer = await fetchFaults().catch(() => []);
  if (question !== asked) return;
  waiting = answer;
  draw();
  if (waiting.length > 0) setTimeout(() => question === asked && lookAgain(), patience);
}

/** `all` lists the channels where the bot lacks permissions: `[{channel, permissions}]`, both as text. */
export function setWithdrawn(all) {
  withdrawn = all;
  draw();
}

function draw() {
  box.hidden = waiting.length + withdrawn.length === 0;
  list.replaceChildren(
    ...waiting.map(fault => item(describe(fault).title, `${describe(fault).of}, ${fault.times === 1 ? 'once' : `${fault.times} times`}`)),
    ...withdrawn.map(({ channel, permissions }) => item(`Permissions removed in ${channel}`, permissions)));
}

const item = (title, about) => el('li', {}, icon('warning'), el('span', {}, el('strong', {}, title), el('span', { class: 'quiet' }, about)));
