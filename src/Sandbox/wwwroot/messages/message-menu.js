import { avatar } from '../avatar.js';
import { byId, el } from '../dom.js';
import { bot, displayName, here, messageHash } from '../guild.js';
import { icon } from '../icons.js';
import { moveFocus, openPopup } from '../popup.js';
import { isEphemeral } from './message.js';
import { messageById } from './message-list.js';

/** How long a finger rests on a message before its menu opens. */
const longPress = 500;
/** How far it may move meanwhile, in pixels. */
const trembling = 10;

const log = byId('log');
let run;

/** What can be done with a message: by the right button, by a long press, or by the dots at its edge. */
export function startMessageMenu({ runMessageCommand }) {
  run = runMessageCommand;
}

log.addEventListener('click', event => {
  const more = event.target.closest('.message-more');
  if (more) open(more.closest('.message'), more, more.getBoundingClientRect());
});

log.addEventListener('contextmenu', event => {
  const node = event.target.closest('.message');
  // Links, pictures and selected text have a menu of the browser's own.
  if (!node || event.target.closest('a, img, input') || !getSelection().isCollapsed) return;
  event.preventDefault();
  open(node, node, new DOMRect(event.clientX, event.clientY, 0, 0));
});

// Not every browser turns a long press into a context menu. It opens when the finger is lifted: a menu that opens
// under the finger would be closed by that.
let press = null;

log.addEventListener('pointerdown', event => {
  const node = event.target.closest('.message');
  press = event.pointerType === 'touch' && node && !event.target.closest('a, button') ? { node, event } : null;
});

log.addEventListener('pointermove', event => {
  if (press && Math.hypot(event.clientX - press.event.clientX, event.clientY - press.event.clientY) > trembling) press = null;
});

log.addEventListener('pointercancel', () => {
  press = null;
});

log.addEventListener('pointerup', event => {
  if (!press || event.timeStamp - press.event.timeStamp < longPress) return;
  const { node } = press;
  press = null;
  setTimeout(() => open(node, node, new DOMRect(event.clientX, event.clientY, 0, 0)));
});

function open(node, anchor, box) {
  const message = messageById(node.dataset.id);
  document.querySelector('.message-menu')?.hidePopover();
  if (!message || message.local) return;

  const menu = el('div', { class: 'popup message-menu', role: 'menu', 'aria-label': 'Message' },
    isEphemeral(message) || here.messageCommands.length === 0 ? null : apps(message),
    item('Copy text', 'copy', () => copy(message.content), !message.content),
    item('Copy link', 'link', () => copy(location.origin + location.pathname + messageHash(message))),
    item('Copy message ID', 'hash', () => copy(message.id)));
  const items = [...menu.querySelectorAll('[role="menuitem"]:not(:disabled)')];
  menu.addEventListener('click', event => event.target.closest('[role="menuitem"]') && menu.hidePopover());
  menu.addEventListener('keydown', event => {
    moveFocus(event, items);
    if (event.key === 'Tab') menu.hidePopover();
  });
  menu.addEventListener('toggle', event => {
    node.classList.toggle('has-menu', event.newState === 'open');
    if (event.newState === 'closed') menu.remove();
  });
  openPopup(menu, anchor, box);
  items[0]?.focus();
}

const copy = text => navigator.clipboard.writeText(text);

const apps = message => el('div', { role: 'group', 'aria-label': 'Apps' },
  el('div', { class: 'menu-title' }, 'Apps'),
  here.messageCommands.map(command => el('button', { class: 'select-option', type: 'button', role: 'menuitem', tabindex: -1, onclick: () => run(command.name, message) },
    avatar(bot(), 'small'),
    el('span', { class: 'select-text' }, el('span', {}, command.name), el('span', { class: 'quiet' }, displayName(bot()))))),
  el('hr', { class: 'separator' }));

const item = (label, drawing, onclick, disabled) => el('button', { class: 'select-option', type: 'button', role: 'menuitem', tabindex: -1, disabled, onclick },
  el('span', { class: 'select-text' }, label), icon(drawing));
