import { el, externalLink, webAddress } from '../dom.js';
import { channelById, channelHash, displayName, messageHash, roleById, userById } from '../guild.js';
import { channelIcon } from '../icons.js';
import { timestamp } from '../time.js';

/** What stands in angle brackets: mentions, times, custom emoji, links without a preview; null for anything else. */
export function angleContent(content, context) {
  let match;
  if ((match = /^@!?(\d+)$/.exec(content))) return userMention(match[1], context);
  if ((match = /^@&(\d+)$/.exec(content))) return mention(`@${roleById(match[1])?.name ?? 'unknown-role'}`);
  if ((match = /^#(\d+)$/.exec(content))) return channelMention(match[1], context);
  if ((match = /^\/([^:]+):\d+$/.exec(content))) return commandMention(match[1], context);
  if ((match = /^t:(-?\d{1,13})(?::([tTdDfFsSR]))?$/.exec(content))) return time(Number(match[1]), match[2]);
  if ((match = /^a?(:\w+:)\d+$/.exec(content))) return match[1];
  return context.links && webAddress(content) ? externalLink(webAddress(content), {}, content) : null;
}

export const mention = (...content) => el('span', { class: 'mention' }, ...content);

function userMention(id, { people }) {
  const user = people.find(person => person.id === id) ?? userById(id);
  return mention(`@${user ? displayName(user) : 'unknown-user'}`);
}

function channelMention(id, { links }) {
  const channel = channelById(id);
  if (!channel) return mention('#unknown');
  const content = [channelIcon(channel.type), channel.name];
  return links ? el('a', { class: 'mention', href: channelHash(channel) }, ...content) : mention(...content);
}

/** Where a link to a message leads on this page: `{channel, hash}`; null for any other link, and for a channel that is not there. */
export function messagePlace(href) {
  const match = /^https:\/\/discord\.com\/channels\/\d+\/(\d+)\/(\d+)$/.exec(href);
  const channel = match && channelById(match[1]);
  return channel ? { channel, hash: messageHash(match[2], channel) } : null;
}

/** A link to a message that stands alone, as Discord shows it; null for any other. */
export function messageMention(href) {
  const place = messagePlace(href);
  return place && el('a', { class: 'mention', href: place.hash }, channelIcon(place.channel.type), `${place.channel.name} › message`);
}

function commandMention(name, { links }) {
  if (!links) return mention(`/${name}`);
  const tell = event => event.target.dispatchEvent(new CustomEvent('usecommand', { bubbles: true, detail: name }));
  return el('button', { class: 'mention', type: 'button', onclick: tell }, `/${name}`);
}

const lastSecond = 8_640_000_000_000;

function time(seconds, style) {
  return Math.abs(seconds) <= lastSecond ? timestamp(new Date(seconds * 1000), style) : 'Invalid Date';
}
