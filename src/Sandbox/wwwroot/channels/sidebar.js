import { byId, el } from './dom.js';
import { avatar, initials } from './avatar.js';
import { bot, channelHash, channelTree, displayName, here, isThread } from './guild.js';
import { channelIcon, icon } from './icons.js';
import { appTag } from './message.js';
import { moveFocus, openPopup } from './popup.js';
import { isUnread } from './unread.js';

const list = byId('channels');
const folded = new Set(JSON.parse(localStorage.getItem('sandbox.folded') ?? '[]'));

export function drawGuilds(guilds) {
  byId('guild-name').textContent = here.guild.name;
  byId('rail').replaceChildren(...guilds.map(guild => {
    const first = guild.channels.find(channel => channel.type === 0) ?? guild.channels[0];
    return el('a', {
      class: 'guild-button',
      href: channelHash(first),
      title: guild.name,
      'aria-label': guild.name,
      'aria-current': guild === here.guild ? 'true' : null,
      'data-guild': guild.id,
    }, el('span', { 'aria-hidden': 'true' }, initials(guild.name)));
  }));
}

export function drawChannels() {
  const focused = document.activeElement?.dataset.channel;
  list.replaceChildren(...channelTree().map(group));
  if (focused) list.querySelector(`[data-channel="${focused}"]`)?.focus();
}

function group({ category, channels }) {
  if (!category) return el('div', { class: 'channel-group' }, channels.map(channelLink));
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

const kinds = { 2: 'voice channel', 5: 'announcement channel', 10: 'thread', 11: 'thread', 12: 'private thread', 13: 'stage', 15: 'forum', 16: 'media channel' };

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

// You

const account = byId('account');

export function drawAccount() {
  account.replaceChildren(
    el('span', { class: 'with-status' }, avatar(here.user, 'medium'), el('i', { class: 'status online' })),
    el('span', { class: 'account-text' },
      el('strong', {}, displayName(here.user)),
      el('span', { class: 'quiet' }, roleName(here.user))),
    el('span', { class: 'visually-hidden' }, 'Switch user'),
    icon('swap'));
  account.title = 'Switch user';
}

const roleName = user => (user.as ? user.as[0].toUpperCase() + user.as.slice(1) : user.username);

account.addEventListener('click', () => {
  const menu = el('div', { class: 'popup account-menu', role: 'menu', 'aria-label': 'Switch user' }, here.guild.users.map(user =>
    el('button', {
      class: 'select-option',
      role: 'menuitemradio',
      tabindex: -1,
      'aria-checked': String(user.id === here.user.id),
      onclick: () => {
        menu.hidePopover();
        location.hash = channelHash(here.channel, user);
      },
    },
    avatar(user, 'small'),
    el('span', { class: 'select-text' },
      el('span', {}, displayName(user)),
      el('span', { class: 'quiet' }, roleName(user))),
    icon('check', 'icon tick'))));

  menu.addEventListener('keydown', event => {
    moveFocus(event, [...menu.children]);
    if (event.key === 'Tab') menu.hidePopover();
  });
  menu.addEventListener('toggle', event => {
    account.setAttribute('aria-expanded', String(event.newState === 'open'));
    if (event.newState === 'closed') menu.remove();
  });
  openPopup(menu, account);
  menu.querySelector('[aria-checked="true"]').focus();
});

// The others

export function drawMembers() {
  const online = bot()?.online ?? false;
  byId('members').replaceChildren(
    memberGroup(`App — ${bot() ? 1 : 0}`, bot() ? [member(bot(), online, true)] : []),
    memberGroup(`People — ${here.guild.users.length}`, here.guild.users.map(user => member(user, true))));

  byId('bot-state').replaceChildren(...(bot() ? [
    el('i', { class: `status ${online ? 'online' : 'offline'}` }),
    el('span', {}, `${displayName(bot())} is ${online ? 'online' : 'offline'}`),
  ] : []));
}

const memberGroup = (title, members) => el('section', {}, el('h3', {}, title), members);

function member(user, online, isBot) {
  return el('div', { class: `member ${online ? '' : 'is-offline'}` },
    el('span', { class: 'with-status' }, avatar(user, 'medium'), el('i', { class: `status ${online ? 'online' : 'offline'}` })),
    el('span', { class: 'account-text' },
      el('span', { class: 'member-name' }, displayName(user), isBot && appTag()),
      el('span', { class: 'quiet' }, isBot ? (online ? 'Online' : 'Offline') : roleName(user))));
}

// The drawer that the list becomes on a narrow window

const drawer = byId('drawer');
const scrim = byId('scrim');
const opener = byId('open-drawer');
const narrow = matchMedia('(max-width: 700px)');

function setDrawer(open) {
  const covers = narrow.matches && open;
  drawer.classList.toggle('open', covers);
  drawer.inert = narrow.matches && !open;
  byId('main').inert = covers;
  scrim.hidden = !covers;
  opener.setAttribute('aria-expanded', String(covers));
}

export function closeDrawer() {
  if (!drawer.classList.contains('open')) return;
  setDrawer(false);
  opener.focus();
}

opener.addEventListener('click', () => {
  setDrawer(true);
  (list.querySelector('[aria-current]') ?? list.querySelector('a'))?.focus();
});
scrim.addEventListener('click', closeDrawer);
drawer.addEventListener('keydown', event => event.key === 'Escape' && !drawer.querySelector(':popover-open') && closeDrawer());
list.addEventListener('click', event => event.target.closest('a') && closeDrawer());
narrow.addEventListener('change', () => setDrawer(false));
setDrawer(false);
