import { fetchCommands, fetchDirectMessages, fetchGuilds, fetchMessages } from './api.js';
import { drawChannels, drawGuilds } from './channels/channel-list.js';
import { drawChannelHead } from './channels/channel-head.js';
import { drawFollow } from './channels/follow.js';
import { drawStart } from './channels/start.js';
import { runnable } from './composer/command-line.js';
import { describeComposer, showError, suggestAgain } from './composer/composer.js';
import { byId } from './dom.js';
import { channelAt, channelById, channelHash, channelLabel, channels, channelTree, guildOf, here, isCategory, isForum, personNamed, setDirectMessages } from './guild.js';
import * as messages from './messages/message-list.js';
import { scrollToEnd, startAtTop } from './messages/scroll.js';
import { drawChannelFaults } from './panel/channel-faults.js';
import { drawAccount } from './people/account.js';
import { drawMembers } from './people/members.js';
import { isUnread, markRead, noteMessage } from './unread.js';

/** How often guilds and commands were asked for: an answer that comes after a later question is out of date. */
const asked = { guilds: 0, commands: 0 };

export async function loadGuilds() {
  const question = ++asked.guilds;
  const guilds = await fetchGuilds();
  if (question !== asked.guilds) return;
  here.guilds = guilds;
  here.guild = here.guilds.find(guild => guild.id === here.guild?.id) ?? here.guilds[0];
}

/** Where somebody lands who was never here before. */
const firstSeen = 'news';

/** The commands as the server gave them. */
let usable = [];

const loadDirectMessages = async user => setDirectMessages(await fetchDirectMessages(user.id).catch(() => []));

/** Follows the address: `#news?as=moderator`, or `#news/<message>` for one message of a channel. */
export async function goTo(hash, onNewUser) {
  const [, path, query] = /^#([^?]*)\??(.*)$/.exec(hash) ?? [];
  const [name, message] = (path ?? '').split('/').map(decodeURIComponent);
  const user = personNamed(new URLSearchParams(query).get('as') ?? here.user?.as ?? 'member');
  const isNewUser = user.id !== here.user?.id;
  if (isNewUser) await loadDirectMessages(user);
  here.user = user;
  here.channel = findChannel(name ?? '');
  window.history.replaceState(null, '', channelHash(here.channel));

  messages.clear();
  if (isForum(here.channel)) startAtTop();
  drawAll();
  if (isNewUser) onNewUser();
  await Promise.all([loadCommands(), loadMessages()]);
  if (message) messages.jumpTo(message);
}

function findChannel(address) {
  const found = channelAt(address);
  here.guild = (found && guildOf(found)) ?? here.guild;
  const all = channelTree().flatMap(group => group.channels);
  return found ?? channelById(here.channel?.id) ?? all.find(channel => channel.name === firstSeen) ?? all[0];
}

/** A command may be for some channels and some people only. */
export async function loadCommands() {
  const { channel, user } = here;
  const question = ++asked.commands;
  try {
    const commands = await fetchCommands(user.id, channel.id);
    if (question !== asked.commands || channel.id !== here.channel.id || user !== here.user) return;
    usable = commands;
    describeCommands();
    here.messageCommands = commands.filter(command => command.type === 3);
    here.userCommands = commands.filter(command => command.type === 2);
  } catch (error) {
    showError(error.message);
  }
}

/** Takes the commands' descriptions in the language that is spoken now. */
export function describeCommands() {
  here.commands = runnable(usable);
  if (!here.channel) return;
  drawStart(byId('start'));
  suggestAgain();
}

export async function loadMessages() {
  const { channel, user } = here;
  const askedAt = messages.ask();
  try {
    const all = await fetchMessages(channel.id, user.id);
    if (channel.id !== here.channel.id || user !== here.user) return;
    messages.sync(all, askedAt);
    if (!isForum(channel)) scrollToEnd();
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
  await Promise.all([loadGuilds(), loadDirectMessages(here.user)]);
  here.channel = before && (channelById(before.id) ?? null);
  here.channel ??= findChannel('');
  drawAll();
  if (before && before.id !== here.channel.id) location.hash = channelHash(here.channel);
}

function drawAll() {
  drawGuilds();
  drawAccount();
  drawMembers();
  drawPlace();
}

/** The list of channels, and all that tells which one is looked at. */
export function drawPlace() {
  for (const channel of channels()) noteMessage(channel.id, channel.last_message_id);
  drawChannels();
  drawTitle();
  drawChannelHead();
  drawFollow();
  drawChannelFaults();
  drawStart(byId('start'));
  describeComposer();
}

/** Leaves a channel that was deleted. */
export function goElsewhere(goneId) {
  const parent = channelById(here.channel.parent_id);
  here.channel = parent && parent.id !== goneId && !isCategory(parent) ? parent : null;
  location.hash = channelHash(findChannel(''));
}

export function drawTitle() {
  const somethingNew = channels().some(channel => channel !== here.channel && isUnread(channel.id));
  document.title = `${somethingNew ? '• ' : ''}${channelLabel(here.channel)} | ${here.guild.name}`;
}
