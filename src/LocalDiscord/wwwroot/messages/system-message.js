import { el } from '../dom.js';
import { channelById, channelHash, displayName } from '../guild.js';
import { icon } from '../icons.js';
import { messageTime } from '../time.js';

const systemTexts = {
  6: () => 'pinned a message to this channel.',
  7: () => 'joined the server.',
  12: message => `added ${message.content} to this channel. Its most important updates will show up here.`,
  18: message => ['started a thread: ', threadLink(message)],
};

function threadLink(message) {
  const thread = channelById(message.message_reference?.channel_id);
  return thread ? el('a', { href: channelHash(thread) }, message.content) : message.content;
}

/** Whether Discord itself tells something, in one line. */
export const isSystemMessage = message => message.type in systemTexts;

export function systemMessage(message) {
  return el('article', { class: 'message system', 'data-id': message.id },
    icon('reply', 'icon system-icon'),
    el('p', {}, el('strong', {}, displayName(message.author)), ' ', systemTexts[message.type](message), ' ', messageTime(new Date(message.timestamp))));
}
