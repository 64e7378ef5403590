import { avatar } from '../avatar.js';
import { byId, el } from '../dom.js';
import { bot, displayName, here, roleName } from '../guild.js';
import { appTag } from '../messages/message.js';
import { openUserMenu } from './user-menu.js';

export function drawMembers() {
  const online = bot()?.online ?? false;
  byId('members').replaceChildren(
    memberGroup(`App — ${bot() ? 1 : 0}`, bot() ? [member(bot(), online, true)] : []),
    memberGroup(`People — ${here.guild.users.length}`, here.guild.users.map(user => member(user, true))));

  byId('bot-state').title = bot() ? `${displayName(bot())} is ${online ? 'online' : 'offline'}` : '';
  byId('bot-state').replaceChildren(...(bot() ? [
    el('i', { class: `status ${online ? 'online' : 'offline'}` }),
    el('span', {}, `${displayName(bot())} is ${online ? 'online' : 'offline'}`),
  ] : []));
}

const memberGroup = (title, members) => el('section', {}, el('h3', {}, title), members);

function member(user, online, isBot) {
  const open = event => openUserMenu(user, event.currentTarget);
  return el('button', { class: `member ${online ? '' : 'is-offline'}`, type: 'button', 'aria-haspopup': 'menu', onclick: open },
    el('span', { class: 'with-status' }, avatar(user, 'medium'), el('i', { class: `status ${online ? 'online' : 'offline'}` })),
    el('span', { class: 'account-text' },
      el('span', { class: 'member-name' }, displayName(user), isBot && appTag()),
      el('span', { class: 'quiet' }, isBot ? (online ? 'Online' : 'Offline') : roleName(user))));
}
