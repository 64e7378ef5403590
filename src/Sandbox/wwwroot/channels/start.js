import { el } from '../dom.js';
import { channelHash, channels, here, isForum } from '../guild.js';
import { channelIcon, icon } from '../icons.js';

const offered = 5;

/** The beginning of a channel: what it is, and for a start some commands to try. A forum lists its posts instead. */
export function drawStart(root) {
  const { channel } = here;
  root.replaceChildren(el('div', {},
    el('div', { class: 'start-icon' }, channelIcon(channel.type)),
    el('h3', {}, `Welcome to #${channel.name}!`),
    el('p', {}, [`This is the start of the #${channel.name} channel.`, channel.topic].filter(Boolean).join(' ')),
    isForum(channel) ? posts() : tryOut()));
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

function posts() {
  const threads = channels().filter(thread => thread.parent_id === here.channel.id);
  if (threads.length === 0) return el('p', { class: 'quiet' }, 'There are no posts yet.');
  return el('ul', { class: 'posts' }, threads.map(thread =>
    el('li', {}, el('a', { class: 'post', href: channelHash(thread) },
      el('strong', {}, thread.name),
      el('span', { class: 'quiet' }, icon('thread'), `${thread.message_count ?? 0} messages`)))));
}
