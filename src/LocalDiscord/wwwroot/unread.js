import { here, older } from './guild.js';

/** How far each user has read each channel, remembered between visits. */
const key = 'sandbox.read';
const read = JSON.parse(localStorage.getItem(key) ?? '{}');
const latest = new Map();

const place = channelId => `${here.user.id}/${channelId}`;

/** Takes note that a channel has a message of this id. */
export function noteMessage(channelId, messageId) {
  if (!messageId) return;
  const known = latest.get(channelId);
  if (!known || older(known, messageId) < 0) latest.set(channelId, messageId);
}

export function markRead(channelId) {
  if (!latest.has(channelId)) return;
  read[place(channelId)] = latest.get(channelId);
  localStorage.setItem(key, JSON.stringify(read));
}

export function isUnread(channelId) {
  const newest = latest.get(channelId);
  const seen = read[place(channelId)];
  return newest !== undefined && (seen === undefined || older(seen, newest) < 0);
}
