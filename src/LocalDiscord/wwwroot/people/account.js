import { avatar } from '../avatar.js';
import { byId, el } from '../dom.js';
import { channelHash, displayName, here, roleName } from '../guild.js';
import { icon } from '../icons.js';
import { openChoices } from '../menu.js';

const account = byId('account');

export function drawAccount() {
  account.replaceChildren(
    el('span', { class: 'with-status' }, avatar(here.user, 'medium'), el('i', { class: 'status online' })),
    el('span', { class: 'account-text' },
      el('strong', {}, displayName(here.user)),
      el('span', { class: 'quiet' }, roleName(here.user))),
    el('span', { class: 'visually-hidden' }, 'Switch user'),
    icon('swap'));
  account.title = 'Switch user';
}

account.addEventListener('click', () => openChoices('Switch user', account, here.guild.users.map(user => ({
  content: [
    avatar(user, 'small'),
    el('span', { class: 'select-text' },
      el('span', {}, displayName(user)),
      el('span', { class: 'quiet' }, roleName(user))),
  ],
  isChosen: user.id === here.user.id,
  choose: () => { location.hash = channelHash(here.channel, user); },
}))));
