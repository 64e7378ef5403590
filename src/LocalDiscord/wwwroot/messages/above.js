import { avatar } from '../avatar.js';
import { el } from '../dom.js';
import { displayName } from '../guild.js';
import { gist, onOneLine } from './gist.js';
import { inlineMarkdown } from '../markdown/markdown.js';

export const messageTypes = { command: 20, menuCommand: 23 };

/** The line above a message that says what it answers: a command or another message; null when it stands alone. */
export const lineAbove = (message, find) => commandLine(message) ?? (message.message_snapshots ? null : replyLine(message, find));

/** "X used /latest", above the reply to a command. */
function commandLine(message) {
  const data = message.interaction_metadata ?? message.interaction;
  const name = message.interaction?.name ?? message.interaction_metadata?.name;
  if (!data?.user || message.message_reference || !Object.values(messageTypes).includes(message.type)) return null;
  return el('div', { class: 'above' },
    avatar(data.user, 'tiny'),
    el('span', { class: 'above-name' }, displayName(data.user)),
    ' used ',
    name ? el('span', { class: 'command-name' }, message.type === messageTypes.menuCommand ? name : `/${name}`) : 'a command');
}

function replyLine(message, find) {
  const original = message.referenced_message ?? find(message.message_reference?.message_id);
  if (!original?.author) return null;
  const text = original.content || original.embeds?.[0]?.title || gist(original).text || 'Click to see the message';
  const jump = event => event.currentTarget.dispatchEvent(new CustomEvent('jump', { bubbles: true, detail: original.id }));
  return el('div', { class: 'above' },
    avatar(original.author, 'tiny'),
    el('span', { class: 'above-name' }, displayName(original.author)),
    ' ',
    el('button', { class: 'above-text', type: 'button', onclick: jump }, inlineMarkdown(onOneLine(text), original.mentions)));
}
