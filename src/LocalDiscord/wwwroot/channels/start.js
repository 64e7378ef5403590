import { avatar } from '../avatar.js';
import { el } from '../dom.js';
import { bot, channelById, channelHash, displayName, here, isDirectMessage, isForum, isThread } from '../guild.js';
import { channelIcon } from '../icons.js';
import { drawForum } from './forum.js';

const offered = 5;

/** The beginning of a channel: what it is, and for a start some commands to try. A forum lists its posts instead. */
export function drawStart(root) {
  const { channel } = here;
  root.classList.toggle('is-forum', isForum(channel));
  if (isForum(channel)) return drawForum(root);
  root.replaceChildren(isThread(channel) ? threadStart(channel) : channelStart(channel));
}

function channelStart(channel) {
  if (isDirectMessage(channel)) return conversationStart();
  return el('div', {},
    el('div', { class: 'start-icon' }, channelIcon(channel.type)),
    el('h2', {}, `Welcome to #${channel.name}!`),
    el('p', {}, [`This is the start of the #${channel.name} channel.`, channel.topic].filter(Boolean).join(' ')),
    tryOut());
}

function conversationStart() {
  return el('div', {},
    avatar(bot(), 'huge'),
    el('h2', {}, displayName(bot())),
    el('p', {}, `This is the beginning of your direct messages with ${displayName(bot())}. Nobody else can read them.`),
    tryOut());
}

function threadStart(thread) {
  const parent = channelById(thread.parent_id);
  return el('div', {},
    el('div', { class: 'start-icon' }, channelIcon(thread.type)),
    el('h2', { dir: 'auto' }, thread.name),
    parent && el('p', {}, isForum(parent) ? 'A post in ' : 'A thread in ',
      el('a', { class: 'mention', href: channelHash(parent) }, channelIcon(parent.type), parent.name)));
}

function tryOut() {
  if (here.commands.length === 0) return null;
  return el('div', { class: 'try' },
    el('p', {}, 'Try one of the bot’s commands:'),
    here.commands.slice(0, offered).map(command =>
      el('button', {
        class: 'mention',
        title: command.description,
        onclick: event => event.currentTarget.dispatchEvent(new CustomEvent('usecommand', { bubbles: true, detail: command.name })),
      }, `/${command.name}`)));
}
