import { fetchCommands, fetchGuilds, fetchMessages } from './api.js';
import { drawChannels, drawGuilds } from './channels/channel-list.js';
import { drawStart } from './channels/start.js';
import { runnable } from './composer/command-line.js';
import { describeComposer, showError } from './composer/composer.js';
import { byId } from './dom.js';
import { channelById, channelHash, channelTree, here, isCategory, personNamed } from './guild.js';
import { channelIcon } from './icons.js';
import * as messages from './messages/message-list.js';
import { scrollToEnd } from './messages/scroll.js';
import { drawAccount } from './people/account.js';
import { drawMembers } from './people/members.js';
import { isUnread, markRead, noteMessage } from './unread.js';

let guilds = [];

export async function loadGuilds() {
  guilds = await fetchGuilds();
  here.guild = guilds.find(guild => guild.id === here.guild?.id) ?? guilds[0];
  here.channel = here.channel && (channelById(here.channel.id) ?? null);
}

/** Follows the address: `#news?as=moderator`, or `#news/<message>` for one message of a channel. */
export async function goTo(hash, onNewUser) {
  const [, path, query] = /^#([^?]*)\??(.*)$/.exec(hash) ?? [];
  const [name, message] = (path ?? '').split('/').map(decodeURIComponent);
  const before = here.user;
  here.channel = findChannel(name ?? '');
  here.user = personNamed(new URLSearchParams(query).get('as') ?? before?.as ?? 'member');
  const isNewUser = here.user.id !== before?.id;
  window.history.replaceState(null, '', channelHash(here.channel));

  messages.clear();
  drawAll();
  if (isNewUser) onNewUser();
  await Promise.all([isNewUser && loadCommands(), loadMessages()]);
  if (message) messages.jumpTo(message);
}

function findChannel(name) {
  for (const guild of [here.guild, ...guilds]) {
    const found = guild.channels.find(channel => !isCategory(channel) && (channel.name === name || channel.id === name));
    if (found) {
      here.guild = guild;
      return found;
    }
  }
  const all = channelTree().flatMap(group => group.channels);
  return here.channel ?? all.find(channel => channel.name === 'general') ?? all[0];
}

export async function loadCommands() {
  const commands = await fetchCommands(here.user.id).catch(() => []);
  here.commands = runnable(commands);
  here.messageCommands = commands.filter(command => command.type === 3);
  drawStart(byId('start'));
}

export async function loadMessages() {
  const { channel, user } = here;
  try {
    const all = await fetchMessages(channel.id, user.id);
    if (channel.id !== here.channel.id || user !== here.user) return;
    messages.sync(all);
    scrollToEnd();
    noteMessage(channel.id, all.at(-1)?.id);
    markRead(channel.id);
    drawChannels();
    drawTitle();
  } catch (error) {
    showError(error.message);
  }
}

/** Learns anew which servers and channels there are, staying where one is if that is still there. */
export async function refreshGuilds() {
  const before = here.channel;
  await loadGuilds();
  here.channel ??= findChannel('');
  drawAll();
  if (before && before.id !== here.channel.id) location.hash = channelHash(here.channel);
}

export function drawAll() {
  for (const channel of here.guild.channels) noteMessage(channel.id, channel.last_message_id);
  drawGuilds(guilds);
  drawChannels();
  drawAccount();
  drawMembers();
  drawChannelHead();
}

/** All that tells which channel is looked at. */
export function drawChannelHead() {
  const { channel } = here;
  drawTitle();
  drawStart(byId('start'));
  describeComposer();
  byId('channel-title').replaceChildren(channelIcon(channel.type), channel.name);
  byId('channel-title').title = channel.name;
  byId('channel-topic').textContent = channel.topic ?? '';
  byId('channel-topic').title = channel.topic ?? '';
}

export function drawTitle() {
  const somethingNew = here.guild.channels.some(channel => channel !== here.channel && isUnread(channel.id));
  document.title = `${somethingNew ? '• ' : ''}#${here.channel.name} | ${here.guild.name}`;
}
