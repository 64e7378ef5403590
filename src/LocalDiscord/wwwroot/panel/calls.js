import { fetchCalls } from '../api.js';
import { el } from '../dom.js';
import { icon } from '../icons.js';
import { callNode } from './call.js';

/** More calls than anybody scrolls through. */
const most = 500;

const list = el('div', { class: 'calls', role: 'log', 'aria-label': 'Calls', 'aria-live': 'off' });
const count = el('span', { class: 'quiet' });
const filter = el('input', {
  class: 'filter',
  type: 'search',
  placeholder: 'Filter: post messages 429',
  'aria-label': 'Filter the calls',
  spellcheck: 'false',
  oninput: sift,
  // Escape empties it first, and only then closes the panel.
  onkeydown: event => event.key === 'Escape' && filter.value && event.stopPropagation(),
});
const empty = el('p', { class: 'panel-empty quiet' });

/** Newest first: `{call, node, text}`. */
let shown = [];
const watchers = new Set();

/** A live list of what the bot asks the API, newest first. */
export function callsView() {
  sift();
  return [
    el('div', { class: 'panel-tools' },
      filter,
      el('button', { class: 'icon-button', type: 'button', 'aria-label': 'Clear the list', title: 'Clear', onclick: clear }, icon('clear'))),
    el('div', { class: 'calls-count' }, count),
    empty,
    list,
  ];
}

/** Fills the list with what happened before the page was opened. */
export async function loadCalls() {
  const calls = await fetchCalls().catch(() => []);
  const known = new Set(shown.map(({ call }) => keyOf(call)));
  for (const call of calls.filter(call => !known.has(keyOf(call)))) add(call);
  shown.sort((a, b) => b.call.at.localeCompare(a.call.at));
  list.replaceChildren(...shown.map(entry => entry.node));
  sift();
}

/** Adds a call that was just answered, and tells those who wait for one. */
export function noteCall(call) {
  add(call);
  sift();
  for (const watcher of watchers) watcher(call);
}

export const onCall = watcher => watchers.add(watcher);

const keyOf = call => `${call.at} ${call.method} ${call.path}`;

function add(call) {
  const entry = { call, node: callNode(call), text: null };
  shown.unshift(entry);
  list.prepend(entry.node);
  for (const { node } of shown.splice(most)) node.remove();
}

function clear() {
  shown = [];
  list.replaceChildren();
  sift();
  filter.focus();
}

/** Hides calls that don't contain all words of the filter. */
function sift() {
  const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
  let visible = 0;
  for (const entry of shown) {
    entry.node.hidden = words.length > 0 && !words.every(word => textOf(entry).includes(word));
    if (!entry.node.hidden) visible++;
  }
  count.textContent = visible === shown.length ? `${visible} calls` : `${visible} of ${shown.length} calls`;
  empty.hidden = visible > 0;
  empty.textContent = shown.length > 0 ? 'No calls match all of these words.' : 'No calls yet. The bot’s API calls appear here as they happen.';
}

function textOf(entry) {
  const { method, route, path, status, request, response } = entry.call;
  entry.text ??= [method, route, path, status, JSON.stringify(request), JSON.stringify(response)].join(' ').toLowerCase();
  return entry.text;
}
