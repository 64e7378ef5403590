import { byId, el } from '../dom.js';
import { channelById, channelHash, here, isArchived, isForum, isThread, threadsOf } from '../guild.js';
import { channelIcon, icon } from '../icons.js';
import { moveFocus, openPopup } from '../popup.js';

const button = byId('open-threads');

/** The header's name and topic; a thread stands behind the channel that it belongs to. */
export function drawChannelHead() {
  const { channel } = here;
  const parent = isThread(channel) && channelById(channel.parent_id);
  byId('channel-title').replaceChildren(...[
    parent && el('a', { class: 'parent', href: channelHash(parent) }, channelIcon(parent.type), parent.name),
    parent && el('span', { class: 'parent quiet', 'aria-hidden': 'true' }, '›'),
    channelIcon(channel.type),
    el('span', { class: 'channel-name', dir: 'auto' }, channel.name),
    isThread(channel) && isArchived(channel) && archivedMark(),
  ].filter(Boolean));
  byId('channel-title').title = channel.name;
  byId('channel-topic').textContent = channel.topic ?? '';
  byId('channel-topic').title = channel.topic ?? '';
  button.hidden = isThread(channel) || isForum(channel) || threadsOf(channel).length === 0;
}

const archivedMark = () => el('span', { class: 'mark', title: 'Send a message to reopen it' }, icon('archive'), 'Archived');

button.title = 'Threads';
button.addEventListener('click', () => {
  const threads = threadsOf(here.channel);
  const panel = el('div', { class: 'popup thread-list', role: 'group', 'aria-label': 'Threads' }, threads.map(thread =>
    el('a', { class: 'select-option', href: channelHash(thread), onclick: () => panel.hidePopover() },
      icon('thread'),
      el('span', { class: 'select-text' }, el('span', { dir: 'auto' }, thread.name)),
      isArchived(thread) && archivedMark())));
  panel.addEventListener('keydown', event => moveFocus(event, [...panel.children]));
  panel.addEventListener('toggle', event => {
    button.setAttribute('aria-expanded', String(event.newState === 'open'));
    if (event.newState === 'closed') panel.remove();
  });
  openPopup(panel, button);
  panel.firstChild.focus();
});
