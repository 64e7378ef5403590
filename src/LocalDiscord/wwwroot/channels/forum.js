import { fetchMessages } from '../api.js';
import { avatar } from '../avatar.js';
import { el } from '../dom.js';
import { channelHash, displayName, here, isArchived, isPinned, older, threadsOf } from '../guild.js';
import { channelIcon, icon } from '../icons.js';
import { emojiText } from '../markdown/emoji.js';
import { inlineMarkdown } from '../markdown/markdown.js';
import { image, imageAddress } from '../messages/images.js';
import { gist } from '../messages/gist.js';
import { timestamp } from '../time.js';
import { isUnread } from '../unread.js';

/** As many first messages as are fetched to be shown on the cards. */
const previewed = 30;

/** The first message of each post, by the post's id; a promise while it is on its way. */
const starters = new Map();
let chosenTag = null;

/** A forum as cards, newest first, that can be narrowed down to a tag. */
export function drawForum(root) {
  const { channel } = here;
  const tags = channel.available_tags ?? [];
  if (!tags.some(tag => tag.id === chosenTag)) chosenTag = null;
  const posts = threadsOf(channel).filter(post => !chosenTag || post.applied_tags?.includes(chosenTag));
  const active = posts.filter(post => !isArchived(post));
  const archived = posts.filter(isArchived);
  const redraw = () => channel === here.channel && drawForum(root);
  for (const post of posts.slice(0, previewed)) fetchStarter(post, redraw);

  const focused = document.activeElement?.dataset.tag;
  root.replaceChildren(...[
    el('header', { class: 'forum-head' },
      el('div', { class: 'start-icon' }, channelIcon(channel.type)),
      el('div', {}, el('h2', {}, channel.name), channel.topic && el('p', { class: 'quiet' }, channel.topic))),
    tags.length > 0 && el('div', { class: 'forum-tags', role: 'group', 'aria-label': 'Show only posts with this tag' }, tags.map(tag => tagFilter(tag, redraw))),
    posts.length === 0 && el('p', { class: 'quiet' }, chosenTag ? 'No post has this tag.' : 'There are no posts yet. The bot’s posts will appear here.'),
    el('ul', { class: 'posts' }, active.map(card)),
    archived.length > 0 && el('h3', { class: 'posts-older' }, 'Older posts'),
    archived.length > 0 && el('ul', { class: 'posts' }, archived.map(card)),
  ].filter(Boolean));
  if (focused) root.querySelector(`[data-tag="${CSS.escape(focused)}"]`)?.focus();
}

async function fetchStarter(post, redraw) {
  if (starters.has(post.id)) return;
  starters.set(post.id, null);
  const messages = await fetchMessages(post.id, here.user.id).catch(() => []);
  starters.set(post.id, messages.find(message => message.id === post.id) ?? messages[0] ?? null);
  redraw();
}

/** A first message that was edited, if it is one. */
export function noteStarter(message) {
  if (message.id === message.channel_id) starters.set(message.id, message);
}

const tagContent = tag => [tag.emoji_name && el('span', { class: 'emoji' }, emojiText({ id: tag.emoji_id, name: tag.emoji_name })), tag.name];

function tagFilter(tag, redraw) {
  const choose = () => {
    chosenTag = chosenTag === tag.id ? null : tag.id;
    redraw();
  };
  return el('button', { class: 'tag', type: 'button', 'data-tag': tag.id, 'aria-pressed': String(tag.id === chosenTag), onclick: choose }, tagContent(tag));
}

function card(post) {
  const starter = starters.get(post.id);
  const { text, picture } = starter ? gist(starter) : {};
  const address = imageAddress(picture, starter?.attachments);
  const tags = (here.channel.available_tags ?? []).filter(tag => post.applied_tags?.includes(tag.id));
  const replies = post.message_count ?? 0;
  const lastActive = older(post.id, post.last_message_id ?? post.id) < 0 ? post.last_message_id : post.id;
  return el('li', {}, el('a', { class: `post ${isArchived(post) ? 'is-archived' : ''}`, href: channelHash(post) },
    el('span', { class: 'post-text' },
      el('span', { class: 'post-marks' },
        isUnread(post.id) && el('span', { class: 'new-mark' }, 'New'),
        isPinned(post) && el('span', { class: 'mark' }, icon('pin'), 'Pinned'),
        isArchived(post) && el('span', { class: 'mark' }, icon('archive'), 'Archived'),
        tags.map(tag => el('span', { class: 'tag' }, tagContent(tag)))),
      el('strong', { class: 'post-title', dir: 'auto' }, post.name),
      text && el('span', { class: 'post-gist', dir: 'auto' },
        el('span', { class: 'post-author' }, avatar(starter.author, 'tiny'), `${displayName(starter.author)}: `), inlineMarkdown(text, starter.mentions)),
      el('span', { class: 'post-foot quiet' },
        icon('message'), String(replies),
        el('span', { 'aria-hidden': 'true' }, '·'),
        timestamp(momentOf(lastActive), 'R'))),
    address && el('span', { class: 'post-picture' }, image(address, {}, node => node.parentElement.remove()))));
}

/** When a snowflake was made; its first millisecond is the first of 2015. */
const momentOf = id => new Date(Number(BigInt(id) >> 22n) + 1_420_070_400_000);
