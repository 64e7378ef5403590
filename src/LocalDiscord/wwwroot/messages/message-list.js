import { byId, el } from '../dom.js';
import { isEphemeral, messageNode, setElapsed } from './message.js';
import { older } from '../guild.js';
import { isAtEnd, countUnseen, sawAll, scrollToEnd, startAtEnd } from './scroll.js';
import { dayName } from '../time.js';

const groupedWithin = 7 * 60_000;

const log = byId('log');

let shown = [];
const dismissed = new Set(JSON.parse(sessionStorage.getItem('sandbox.dismissed') ?? '[]'));
const nodes = new Map();
const elapsedById = new Map();

/** Counts what was asked and what happened, in their order. */
let moment = 0;
let listedAt = 0;
const changedAt = new Map();

/** Empties the view for another channel; until `sync` fills it, nothing is read out. */
export function clear() {
  shown = [];
  nodes.clear();
  changedAt.clear();
  log.replaceChildren();
  log.setAttribute('aria-live', 'off');
  startAtEnd();
}

/** Before a list is asked for: what happens from here on, the list may not know. */
export const ask = () => ++moment;

/** Shows exactly these messages, touching only what differs. `askedAt` is what `ask` gave before the list was asked for. */
export function sync(messages, askedAt) {
  if (askedAt < listedAt) return;
  listedAt = askedAt;
  const isOlder = ({ id }) => !(changedAt.get(id) > askedAt);
  const wanted = new Set(messages.map(message => message.id));
  for (const message of shown.filter(isOlder)) {
    if (!wanted.has(message.id) && !message.local) takeOut(message.id);
  }
  for (const message of messages.filter(isOlder)) place(message);
  sawAll();
  requestAnimationFrame(() => log.setAttribute('aria-live', 'polite'));
}

/** Adds the message, or draws it anew if it changed. */
export function put(message, elapsed) {
  changedAt.set(message.id, ++moment);
  place(message, elapsed);
  if (isAtEnd()) scrollToEnd();
}

/** Draws a message anew because of something beside it, such as its thread. */
export function redraw(id) {
  const at = shown.findIndex(message => message.id === id);
  if (at >= 0) replace(at, shown[at]);
}

/** Draws all messages anew because of what their author is called or looks like. */
export function redrawAll() {
  shown.forEach((message, at) => replace(at, message));
}

function place(message, elapsed) {
  if (dismissed.has(message.id)) return;
  if (elapsed != null) elapsedById.set(message.id, elapsed);

  const at = shown.findIndex(other => other.id === message.id);
  if (at < 0) insert(message);
  else if (JSON.stringify(shown[at]) !== JSON.stringify(message)) replace(at, message);
  else if (elapsed != null) setElapsed(nodes.get(message.id), elapsed);
}

export function remove(id) {
  changedAt.set(id, ++moment);
  takeOut(id);
}

function takeOut(id) {
  const at = shown.findIndex(message => message.id === id);
  if (at < 0) return;
  const node = nodes.get(id);
  if (isDivider(node.previousElementSibling)) node.previousElementSibling.remove();
  node.remove();
  nodes.delete(id);
  shown.splice(at, 1);
  arrange(at);
}

/** Brings one message into view and lights it up for a moment. */
export function jumpTo(id) {
  const node = nodes.get(id);
  node?.scrollIntoView({ block: 'center' });
  node?.classList.add('flash');
  setTimeout(() => node?.classList.remove('flash'), 1500);
}

export const messageById = id => shown.find(message => message.id === id);

/** What shows a message now. */
export const nodeById = id => nodes.get(id);

/** The bot's first sign of life takes the place of the line that said that the command was on its way. */
function settle(message) {
  const metadata = message.interaction_metadata;
  const sent = shown.find(({ local, interaction }) =>
    local === 'sending' && interaction.user.id === metadata?.user?.id && interaction.name === metadata.name);
  if (sent) remove(sent.id);
}

function insert(message) {
  settle(message);
  let at = shown.length;
  // Messages of this page alone have no place in time but the one they were put at.
  while (at > 0 && !message.local && !shown[at - 1].local && older(shown[at - 1].id, message.id) > 0) at--;
  const node = draw(message);
  const next = nodes.get(shown[at]?.id);
  const before = isDivider(next?.previousElementSibling) ? next.previousElementSibling : next;
  log.insertBefore(node, before ?? null);
  nodes.set(message.id, node);
  shown.splice(at, 0, message);
  arrange(at);
  arrange(at + 1);
  if (!isAtEnd()) countUnseen();
}

function replace(at, message) {
  const old = nodes.get(message.id);
  const node = draw(message);
  const focused = old.contains(document.activeElement) && document.activeElement.dataset.customId;
  old.replaceWith(node);
  nodes.set(message.id, node);
  shown[at] = message;
  arrange(at);
  arrange(at + 1);
  // A keyboard user who pressed a button stays on it when its message changes.
  if (focused) node.querySelector(`[data-custom-id="${CSS.escape(focused)}"]`)?.focus();
}

const draw = message => messageNode(message, {
  elapsed: elapsedById.get(message.id),
  find: messageById,
});

/** Whether the message at this place continues a group, and whether a day begins with it, depends on the one before. */
function arrange(at) {
  const message = shown[at];
  if (!message) return;
  const previous = shown[at - 1];
  const node = nodes.get(message.id);
  const newDay = !previous || dayOf(previous) !== dayOf(message);
  const divided = isDivider(node.previousElementSibling);

  if (newDay && !divided) node.before(divider(new Date(message.timestamp)));
  if (!newDay && divided) node.previousElementSibling.remove();
  node.classList.toggle('grouped', !newDay && continues(previous, message, node));
}

function continues(previous, message, node) {
  return previous.author.id === message.author.id
    && previous.type !== 18 && !node.classList.contains('system')
    && !node.querySelector(':scope > .above')
    && isEphemeral(previous) === isEphemeral(message)
    && new Date(message.timestamp) - new Date(previous.timestamp) < groupedWithin;
}

const dayOf = message => new Date(message.timestamp).toDateString();

const isDivider = node => node?.classList.contains('day') ?? false;

const divider = date => el('div', { class: 'day', role: 'separator', 'aria-label': dayName(date) }, el('span', {}, dayName(date)));

log.addEventListener('dismiss', event => {
  dismissed.add(event.detail);
  sessionStorage.setItem('sandbox.dismissed', JSON.stringify([...dismissed]));
  remove(event.detail);
  byId('composer-input').focus();
});

log.addEventListener('jump', event => jumpTo(event.detail));
