import { byId } from '../dom.js';
import { here, messageHash } from '../guild.js';
import { appItems, copy, menuItem, openMenu, pointOf } from '../menu.js';
import { openUserMenu } from '../people/user-menu.js';
import { isEphemeral } from './message.js';
import { messageById } from './message-list.js';

/** How long a finger rests on a message before its menu opens. */
const longPress = 500;
/** How far it may move meanwhile, in pixels. */
const trembling = 10;

const log = byId('log');
let handlers;

/** What can be done with a message, or with who wrote it: by the right button, by a long press, or by the dots at its edge. */
export function startMessageMenu(given) {
  handlers = given;
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
  const message = messageById(node.dataset.id);
  if (message && event.target.closest('.message > .avatar, .author')) openUserMenu(message.author, node, pointOf(event));
  else open(node, node, pointOf(event));
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
  setTimeout(() => open(node, node, pointOf(event)));
});

function open(node, anchor, box) {
  const message = messageById(node.dataset.id);
  if (!message || message.local) return;
  openMenu('Message', [
    isEphemeral(message) ? null : appItems(here.messageCommands, name => handlers.runMessageCommand(name, message)),
    menuItem('Copy text', 'copy', () => copy(message.content), !message.content),
    menuItem('Copy link', 'link', () => copy(location.origin + location.pathname + messageHash(message))),
    menuItem('Copy message ID', 'hash', () => copy(message.id)),
  ], anchor, box, isOpen => node.classList.toggle('has-menu', isOpen));
}
