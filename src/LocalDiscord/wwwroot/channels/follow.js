import { follow } from '../api.js';
import { showError } from '../composer/composer.js';
import { byId, el } from '../dom.js';
import { channelLabel, here } from '../guild.js';
import { channelIcon, icon } from '../icons.js';
import { moveFocus, openPopup } from '../popup.js';

const button = byId('follow');
const announcements = 5;

export function drawFollow() {
  button.hidden = here.channel.type !== announcements;
}

button.title = 'Follow: copy published messages to a channel';
button.addEventListener('click', () => {
  const targets = here.guild.channels.filter(channel => channel.type === 0);
  const panel = el('div', { class: 'popup', role: 'group', 'aria-label': 'Channels that can follow' },
    el('div', { class: 'menu-title' }, `Copy messages published in ${channelLabel(here.channel)} to`),
    targets.map(target => el('button', { class: 'select-option', type: 'button', onclick: () => choose(target, panel) },
      channelIcon(target.type), el('span', { class: 'select-text' }, target.name))));
  const items = [...panel.querySelectorAll('button')];
  panel.addEventListener('keydown', event => moveFocus(event, items));
  panel.addEventListener('toggle', event => {
    button.setAttribute('aria-expanded', String(event.newState === 'open'));
    if (event.newState === 'closed') panel.remove();
  });
  openPopup(panel, button);
  items[0]?.focus();
});

async function choose(target, panel) {
  panel.hidePopover();
  try {
    await follow(here.channel.id, target.id, here.user.id);
    button.replaceChildren(icon('check'));
    setTimeout(() => button.replaceChildren(icon('follow')), 1500);
  } catch (error) {
    showError(error.message);
  }
}
