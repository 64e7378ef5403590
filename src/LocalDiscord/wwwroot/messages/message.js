import { lineAbove, messageTypes } from './above.js';
import { el } from '../dom.js';
import { avatar } from '../avatar.js';
import { attachments } from './attachments.js';
import { components } from './components.js';
import { embed } from './embed.js';
import { emojiText, isOnlyEmoji } from '../markdown/emoji.js';
import { bot, channelHash, channelById, displayName, here, isArchived } from '../guild.js';
import { icon } from '../icons.js';
import { markdown } from '../markdown/markdown.js';
import { isSystemMessage, systemMessage } from './system-message.js';
import { clockTime, messageTime } from '../time.js';

const flags = { crossposted: 1, isCrosspost: 2, sourceDeleted: 8, suppressEmbeds: 4, ephemeral: 64, loading: 128 };
export const isEphemeral = message => Boolean(message.flags & flags.ephemeral);
const isLoading = message => Boolean(message.flags & flags.loading);

/** A command that is on its way, or that got no answer: drawn as a message, known to this page alone. */
export function localReply(commandName, type = messageTypes.command) {
  return {
    id: `local-${crypto.randomUUID()}`,
    local: 'sending',
    type,
    author: { ...bot(), bot: true },
    content: '',
    timestamp: new Date().toISOString(),
    interaction: { name: commandName, user: here.user },
  };
}

/**
 * A message as Discord draws it. `elapsed` is how many milliseconds the bot took to answer, if that is known;
 * `find` looks up another message of the channel by its id.
 */
export function messageNode(message, { elapsed, find }) {
  if (message.type === 21 && message.referenced_message) {
    message = { ...message.referenced_message, id: message.id, thread: null };
  }
  if (isSystemMessage(message)) return systemMessage(message);

  const nameId = `author-${message.id}`;
  const date = new Date(message.timestamp);
  const mine = message.mentions?.some(user => user.id === here.user.id) || message.mention_everyone;
  const classes = ['message', isEphemeral(message) && 'ephemeral', mine && 'mentions-me', message.local];

  return el('article', { class: classes.filter(Boolean).join(' '), 'data-id': message.id, 'aria-labelledby': nameId },
    lineAbove(message, find),
    avatar(message.author, 'large'),
    el('time', { class: 'side-time', 'aria-hidden': 'true' }, clockTime(date)),
    el('header', { class: 'message-head', id: nameId },
      el('span', { class: `author ${message.author.bot ? 'is-bot' : ''}` }, displayName(message.author)),
      isCopy(message) ? copyTag() : message.author.bot && appTag(),
      messageTime(date),
      message.flags & flags.crossposted ? publishedMark() : null,
      elapsed != null && elapsedMark(elapsed)),
    el('div', { class: 'message-body' }, body(message)),
    el('div', { class: 'message-foot' }, foot(message)),
    !message.local && moreButton());
}

const moreButton = () => el('button', { class: 'message-more', type: 'button', 'aria-label': 'Message actions', 'aria-haspopup': 'menu' }, icon('more'));

const isCopy = message => Boolean(message.flags & flags.isCrosspost);
const copyTag = () => el('span', { class: 'app-tag', title: 'Copied from an announcement channel that this channel follows' }, 'SERVER');

const publishedMark = () => el('span', { class: 'published', title: 'Copied to the channels that follow this one' }, icon('announcement'), 'Published');

export const appTag = () => el('span', { class: 'app-tag', title: 'This user is an app' }, 'APP');

/** How long the bot took, for a message that is already drawn. */
export function setElapsed(node, elapsed) {
  node.querySelector('.elapsed')?.remove();
  node.querySelector('.message-head')?.append(elapsedMark(elapsed));
}

const elapsedMark = elapsed => el('span', { class: 'elapsed', title: 'How long the bot took to answer' },
  `${elapsed < 10 ? elapsed.toFixed(1) : Math.round(elapsed)} ms`);

function body(message) {
  if (message.local === 'sending') return el('div', { class: 'quiet' }, 'Sending command…');
  if (message.local === 'failed') return failure('The application did not respond', message.reason);
  if (isLoading(message) && !message.content && !message.embeds?.length) return thinking(message.author);

  const embeds = message.flags & flags.suppressEmbeds ? [] : message.embeds ?? [];
  return [
    ...(message.message_snapshots ?? []).map(({ message: original }) => forwarded({ ...original, id: message.id })),
    message.flags & flags.sourceDeleted ? el('div', { class: 'quiet' }, el('em', {}, 'The original message was deleted.')) : null,
    message.content && !(message.flags & flags.sourceDeleted) && content(message),
    attachments(message),
    embeds.map(data => embed(data, message)),
    components(message.components ?? [], message),
    !message.content && editedMark(message),
    threadOf(message) && threadCard(threadOf(message)),
    message.reactions?.length > 0 && reactions(message.reactions),
  ].flat().filter(Boolean);
}

/** A copy of another message, as it was when it was forwarded. */
const forwarded = original => el('blockquote', { class: 'forwarded' }, el('div', { class: 'quiet' }, icon('reply'), 'Forwarded'), body(original));

function content(message) {
  const jumbo = isOnlyEmoji(message.content);
  return el('div', { class: `content-text markup ${jumbo ? 'jumbo' : ''}` },
    markdown(message.content, message.mentions),
    editedMark(message));
}

function editedMark(message) {
  if (!message.edited_timestamp) return null;
  const mark = messageTime(new Date(message.edited_timestamp));
  mark.textContent = '(edited)';
  mark.className = 'edited';
  return mark;
}

function thinking(author) {
  return el('div', { class: 'thinking quiet' },
    el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i')),
    `${displayName(author)} is thinking…`);
}

/** Error text for an action that failed; `reason` comes from the server. */
export function failure(text, reason) {
  return el('div', { class: 'failure', role: 'alert' },
    icon('warning'),
    el('span', {}, text, reason && el('span', { class: 'quiet' }, reason)));
}

function foot(message) {
  if (message.local !== 'failed' && !isEphemeral(message)) return [];
  const dismiss = event => event.currentTarget.dispatchEvent(new CustomEvent('dismiss', { bubbles: true, detail: message.id }));
  return [
    icon('eye'),
    el('span', {}, 'Only you can see this'),
    el('span', { 'aria-hidden': 'true' }, ' • '),
    el('button', { class: 'text-link', type: 'button', onclick: dismiss }, 'Dismiss message'),
  ];
}

/** The thread that hangs on a message has the message's id. */
const threadOf = message => message.id !== here.channel.id && (channelById(message.id) ?? message.thread);

function threadCard(thread) {
  const count = thread.message_count ?? 0;
  return el('a', { class: 'thread-card', href: channelHash(thread) },
    icon('thread'),
    el('strong', { dir: 'auto' }, thread.name),
    el('span', { class: 'link-like' }, `${count} ${count === 1 ? 'message' : 'messages'} ›`),
    isArchived(thread) && el('span', { class: 'mark' }, icon('archive'), 'Archived'));
}

/** Each can be pressed, to react the same way or to take that back. */
const reactions = all => el('div', { class: 'reactions', role: 'group', 'aria-label': 'Reactions' }, all.map(({ emoji, count, me }) =>
  el('button', {
    class: `reaction ${me ? 'me' : ''}`,
    type: 'button',
    'aria-pressed': String(me),
    'aria-label': `${emojiText(emoji)}, ${count} ${count === 1 ? 'reaction' : 'reactions'}`,
    onclick: event => event.currentTarget.dispatchEvent(new CustomEvent('react', { bubbles: true, detail: { emoji, remove: me } })),
  }, emojiText(emoji), el('span', {}, String(count)))));
