import { fetchCommands, fetchGuilds, fetchMessages, interact, listen, postMessage } from './api.js';
import { describeComposer, fill, fillCommand, isEmpty, showError, startComposer } from './composer.js';
import { runnable } from './command-line.js';
import { byId } from './dom.js';
import { bot, channelById, channelHash, channelTree, here } from './guild.js';
import { channelIcon, drawStaticIcons } from './icons.js';
import { localReply } from './message.js';
import * as messages from './messages.js';
import { openModal } from './modal.js';
import { closeDrawer, drawAccount, drawChannels, drawGuilds, drawMembers } from './sidebar.js';
import { drawStart } from './start.js';
import { isUnread, markRead, noteMessage } from './unread.js';

let guilds = [];
let stopListening = () => {};

drawStaticIcons();
startComposer({ runCommand, sendMessage });
begin();

async function begin() {
  try {
    await loadGuilds();
  } catch (error) {
    showConnection(error.message);
    setTimeout(begin, 2000);
    return;
  }
  showConnection(null);
  addEventListener('hashchange', followHash);
  await followHash();
}

async function loadGuilds() {
  guilds = await fetchGuilds();
  here.guild = guilds.find(guild => guild.id === here.guild?.id) ?? guilds[0];
  here.channel = here.channel && (channelById(here.channel.id) ?? null);
}

// Where one is: #news?as=moderator

async function followHash() {
  const [, name, query] = /^#([^?]*)\??(.*)$/.exec(location.hash) ?? [];
  const as = new URLSearchParams(query).get('as') ?? here.user?.as ?? 'member';
  const channel = findChannel(decodeURIComponent(name ?? ''));
  const user = here.guild.users.find(person => person.as === as || person.id === as) ?? here.guild.users[0];
  const userChanged = user.id !== here.user?.id;
  here.channel = channel;
  here.user = user;
  window.history.replaceState(null, '', channelHash(channel));

  messages.clear();
  drawAll();
  if (userChanged) connect();
  await Promise.all([userChanged && loadCommands(), loadMessages()]);
}

function findChannel(name) {
  for (const guild of [here.guild, ...guilds]) {
    const found = guild.channels.find(channel => channel.type !== 4 && (channel.name === name || channel.id === name));
    if (found) {
      here.guild = guild;
      return found;
    }
  }
  const all = channelTree().flatMap(group => group.channels);
  return here.channel ?? all.find(channel => channel.name === 'general') ?? all[0];
}

async function loadCommands() {
  here.commands = runnable(await fetchCommands(here.user.id).catch(() => []));
  drawStart(byId('start'));
}

async function loadMessages() {
  const { channel, user } = here;
  try {
    const all = await fetchMessages(channel.id, user.id);
    if (channel.id !== here.channel.id || user !== here.user) return;
    messages.sync(all);
    messages.scrollToEnd();
    noteMessage(channel.id, all.at(-1)?.id);
    markRead(channel.id);
    drawChannels();
    drawTitle();
  } catch (error) {
    showError(error.message);
  }
}

function drawAll() {
  for (const channel of here.guild.channels) noteMessage(channel.id, channel.last_message_id);
  drawGuilds(guilds);
  drawChannels();
  drawAccount();
  drawMembers();
  drawTitle();
  drawStart(byId('start'));
  describeComposer();
  byId('channel-title').replaceChildren(channelIcon(here.channel.type), here.channel.name);
  byId('channel-topic').textContent = here.channel.topic ?? '';
  byId('channel-topic').title = here.channel.topic ?? '';
}

function drawTitle() {
  const somethingNew = here.guild.channels.some(channel => channel !== here.channel && isUnread(channel.id));
  document.title = `${somethingNew ? '• ' : ''}#${here.channel.name} | ${here.guild.name}`;
}

// What happens meanwhile

function connect() {
  stopListening();
  stopListening = listen(here.user.id, {
    open: catchUp,
    lost: () => showConnection('Not connected to the local Discord. Trying again…'),
    message_create: message => receive(message, true),
    message_update: message => receive(message, false),
    message_delete: ({ id }) => messages.remove(id),
    commands: loadCommands,
    bot: state => {
      Object.assign(bot(), state);
      drawMembers();
    },
  });
}

async function catchUp() {
  showConnection(null);
  await refreshGuilds();
  await Promise.all([loadCommands(), loadMessages()]);
}

async function refreshGuilds() {
  await loadGuilds();
  here.channel ??= findChannel('');
  drawAll();
}

async function receive(message, isNew) {
  if (!channelById(message.channel_id)) await refreshGuilds();
  if (message.channel_id === here.channel.id) messages.put(message);
  if (!isNew) return;
  noteMessage(message.channel_id, message.id);
  if (message.channel_id === here.channel.id && !document.hidden) markRead(here.channel.id);
  drawChannels();
  drawTitle();
}

document.addEventListener('visibilitychange', () => !document.hidden && here.channel && markRead(here.channel.id));

function showConnection(text) {
  byId('connection').textContent = text ?? '';
  byId('connection').hidden = text === null;
}

// What a person does

async function sendMessage(text) {
  const { channel } = here;
  messages.scrollToEnd();
  try {
    const message = await postMessage(channel.id, here.user.id, text);
    if (channel.id === here.channel.id) messages.put(message);
  } catch (error) {
    giveBack(text, error);
  }
}

/** A reply that takes longer than a blink is announced by a line of its own. */
const blink = 150;

async function runCommand({ name, text, typed }) {
  const { channel } = here;
  const reply = localReply(name);
  messages.scrollToEnd();
  const waiting = setTimeout(() => channel.id === here.channel.id && messages.put(reply), blink);
  try {
    show(await interact(channel.id, here.user.id, { command: text }), channel);
    clearTimeout(waiting);
    messages.remove(reply.id);
  } catch (error) {
    clearTimeout(waiting);
    messages.remove(reply.id);
    if (isMistake(error)) giveBack(typed, error);
    else if (channel.id === here.channel.id) messages.put({ ...reply, local: 'failed', reason: error.message });
  }
}

const isMistake = error => error.status >= 400 && error.status < 500;

/** A mistake costs nothing that was typed. */
function giveBack(text, error) {
  if (isEmpty()) fill(text);
  showError(error.message);
}

function show({ message, modal, elapsed_ms: elapsed }, channel) {
  if (message && channel.id === here.channel.id) messages.put(message, elapsed);
  if (modal) openModal(modal, async data => show(await interact(channel.id, here.user.id, { submit: data }), channel));
}

byId('log').addEventListener('interact', async event => {
  const request = event.detail;
  const { message: id, custom_id: used } = request.press ?? request.select;
  const { channel } = here;
  if (event.target.closest('.is-waiting')) return;

  messages.setWaiting(id, used);
  try {
    const answer = await interact(channel.id, here.user.id, request);
    messages.setReady(id);
    show(answer, channel);
  } catch (error) {
    messages.setReady(id);
    messages.setFailed(id, error.message);
  }
});

document.addEventListener('usecommand', event => fillCommand(event.detail));

// Keys that work everywhere

document.addEventListener('keydown', event => {
  if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    event.preventDefault();
    goToNeighbour(event.key === 'ArrowUp' ? -1 : 1);
  } else if (startsTyping(event)) {
    byId('composer-input').focus();
  }
});

function goToNeighbour(by) {
  const all = channelTree().flatMap(group => group.channels);
  const next = all[(all.indexOf(here.channel) + by + all.length) % all.length];
  location.hash = channelHash(next);
}

function startsTyping(event) {
  const isCharacter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
  return isCharacter && (event.target === document.body || event.target === byId('messages'));
}

byId('skip').addEventListener('click', event => {
  event.preventDefault();
  closeDrawer();
  byId('composer-input').focus();
});
