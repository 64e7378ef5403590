import { byId } from '../dom.js';
import { here, messageHash } from '../guild.js';
import { appItems, copy, menuItem, openMenu, pointOf } from '../menu.js';
import { openUserMenu } from '../people/user-menu.js';
import { isEphemeral } from './message.js';
import { isUnderFinger, onLongPress } from './long-press.js';
import { messageById, nodeById } from './message-list.js';

/** As many as fit in a menu. */
const quickReactions = ['👍', '❤️'];

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
  // Under a finger it opens once that is lifted.
  if (isUnderFinger()) return;
  const message = messageById(node.dataset.id);
  if (message && event.target.closest('.message > .avatar, .author')) openUserMenu(message.author, node, pointOf(event));
  else open(node, node, pointOf(event));
});

// A message may be drawn anew under the finger.
onLongPress(log, '.message', (pressed, point) => {
  const node = nodeById(pressed.dataset.id);
  if (node) open(node, node, point);
});

function open(node, anchor, box) {
  const message = messageById(node.dataset.id);
  if (!message || message.local) return;
  openMenu('Message', [
    ...isEphemeral(message) ? [] : [
      appItems(here.messageCommands, name => handlers.runMessageCommand(name, message)),
      ...quickReactions.map(emoji => menuItem(`React with ${emoji}`, 'smile', () => handlers.react(message, { name: emoji }))),
    ],
    menuItem('Copy text', 'copy', () => copy(message.content), !message.content),
    menuItem('Copy link', 'link', () => copy(location.origin + location.pathname + messageHash(message.id))),
    menuItem('Copy message ID', 'hash', () => copy(message.id)),
  ], anchor, box, isOpen => node.classList.toggle('has-menu', isOpen));
}
