import { bot, here } from '../guild.js';
import { appItems, copy, menuItem, openMenu } from '../menu.js';

let handlers;

/** `runUserCommand(name, user)` and `messageBot()` do what was chosen. */
export function startUserMenu(given) {
  handlers = given;
}

/** What can be done with a person, or with the bot. */
export function openUserMenu(user, anchor, box) {
  const isBot = user.id === bot()?.id;
  openMenu(isBot ? 'The bot' : 'Person', [
    isBot || user.bot ? null : appItems(here.userCommands, name => handlers.runUserCommand(name, user)),
    isBot ? menuItem('Message', 'message', handlers.messageBot) : null,
    menuItem('Copy user ID', 'hash', () => copy(user.id)),
  ], anchor, box);
}
