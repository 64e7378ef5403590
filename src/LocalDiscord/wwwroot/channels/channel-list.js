import { initials } from '../avatar.js';
import { byId, el } from '../dom.js';
import { channelHash, channelTree, here, isThread } from '../guild.js';
import { channelIcon, icon } from '../icons.js';
import { moveFocus } from '../popup.js';
import { isUnread } from '../unread.js';

const list = byId('channels');
const folded = new Set(JSON.parse(localStorage.getItem('sandbox.folded') ?? '[]'));

export function drawGuilds() {
  byId('guild-name').textContent = here.guild.name;
  byId('rail').replaceChildren(...here.guilds.map(guild => {
    const first = guild.channels.find(channel => channel.type === 0) ?? guild.channels[0];
    return el('a', {
      class: 'guild-button',
      href: channelHash(first),
      title: guild.name,
      'aria-current': guild === here.guild ? 'true' : null,
      'data-guild': guild.id,
    }, el('span', { class: 'visually-hidden' }, guild.name), el('span', { 'aria-hidden': 'true' }, initials(guild.name)));
  }));
}

export function drawChannels() {
  const focused = document.activeElement?.dataset.channel;
  list.replaceChildren(...channelTree().map(group));
  if (focused) list.querySelector(`[data-channel="${focused}"]`)?.focus();
}

function group({ category, title, channels }) {
  if (!category) {
    return el('div', { class: 'channel-group', role: title && 'group', 'aria-label': title },
      title && el('div', { class: 'category' }, title),
      channels.map(channelLink));
  }
  const isFolded = folded.has(category.id);
  const fold = () => {
    if (!folded.delete(category.id)) folded.add(category.id);
    localStorage.setItem('sandbox.folded', JSON.stringify([...folded]));
    drawChannels();
  };
  // A folded category still shows where one is and where there is something new.
  const visible = channels.filter(channel => !isFolded || channel === here.channel || isUnread(channel.id));
  return el('div', { class: 'channel-group', role: 'group', 'aria-label': category.name },
    el('button', { class: 'category', 'aria-expanded': String(!isFolded), 'data-channel': category.id, onclick: fold }, icon('chevron'), category.name),
    visible.map(channelLink));
}

const kinds = { 1: 'direct messages', 2: 'voice channel', 5: 'announcement channel', 10: 'thread', 11: 'thread', 12: 'private thread', 13: 'stage', 15: 'forum', 16: 'media channel' };

function channelLink(channel) {
  const isHere = channel === here.channel;
  const unread = !isHere && isUnread(channel.id);
  return el('a', {
    class: `channel ${unread ? 'unread' : ''} ${isThread(channel) ? 'is-thread' : ''}`,
    href: channelHash(channel),
    'data-channel': channel.id,
    'aria-current': isHere ? 'page' : null,
    'aria-label': `${channel.name}, ${kinds[channel.type] ?? 'text channel'}${unread ? ', unread' : ''}`,
  }, channelIcon(channel.type), el('span', {}, channel.name));
}

list.addEventListener('keydown', event => moveFocus(event, [...list.querySelectorAll('[data-channel]')]));
