import { avatar } from '../avatar.js';
import { byId, el } from '../dom.js';
import { channelHash, displayName, here, roleName } from '../guild.js';
import { icon } from '../icons.js';
import { moveFocus, openPopup } from '../popup.js';

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

account.addEventListener('click', () => {
  const menu = el('div', { class: 'popup account-menu', role: 'menu', 'aria-label': 'Switch user' }, here.guild.users.map(user =>
    el('button', {
      class: 'select-option',
      role: 'menuitemradio',
      tabindex: -1,
      'aria-checked': String(user.id === here.user.id),
      onclick: () => {
        menu.hidePopover();
        location.hash = channelHash(here.channel, user);
      },
    },
    avatar(user, 'small'),
    el('span', { class: 'select-text' },
      el('span', {}, displayName(user)),
      el('span', { class: 'quiet' }, roleName(user))),
    icon('check', 'icon tick'))));

  menu.addEventListener('keydown', event => {
    moveFocus(event, [...menu.children]);
    if (event.key === 'Tab') menu.hidePopover();
  });
  menu.addEventListener('toggle', event => {
    account.setAttribute('aria-expanded', String(event.newState === 'open'));
    if (event.newState === 'closed') menu.remove();
  });
  openPopup(menu, account);
  menu.querySelector('[aria-checked="true"]').focus();
});
