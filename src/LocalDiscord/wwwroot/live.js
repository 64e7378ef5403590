import { listen } from './api.js';
import { drawChannels } from './channels/channel-list.js';
import { noteStarter } from './channels/forum.js';
import { drawStart } from './channels/start.js';
import { showConnection } from './connection.js';
import { byId } from './dom.js';
import { bot, channelById, forgetChannel, here, isThread, noteChannel } from './guild.js';
import * as messages from './messages/message-list.js';
import { noteCall } from './panel/calls.js';
import { drawMembers } from './people/members.js';
import { drawPlace, drawTitle, goElsewhere, loadCommands, loadMessages, refreshGuilds } from './place.js';
import { markRead, noteMessage } from './unread.js';

let stopListening = () => {};

/** Keeps the page up to date with what happens, as the user sees it. */
export function connect() {
  stopListening();
  stopListening = listen(here.user.id, {
    open: catchUp,
    lost: () => showConnection('Not connected to the local Discord. Trying again…'),
    message_create: message => receive(message, true),
    message_update: message => receive(message, false),
    message_delete: ({ id }) => messages.remove(id),
    channel_create: channelChanged,
    channel_update: channelChanged,
    channel_delete: channelGone,
    thread_create: channelChanged,
    thread_update: channelChanged,
    thread_delete: channelGone,
    commands: loadCommands,
    bot: state => {
      Object.assign(bot(), state);
      drawMembers();
    },
    bot_member: ({ guild_id: id, nick, avatar }) => {
      Object.assign(here.guilds.find(guild => guild.id === id)?.bot ?? {}, { nick, avatar });
      drawMembers();
      drawPlace();
      messages.redrawAll();
    },
    api_call: noteCall,
  });
}

async function catchUp() {
  showConnection(null);
  await refreshGuilds();
  await Promise.all([loadCommands(), loadMessages()]);
}

async function receive(message, isNew) {
  if (!channelById(message.channel_id)) await refreshGuilds();
  noteStarter(message);
  if (message.channel_id === here.channel.id) messages.put(message);
  if (!isNew) return;
  noteMessage(message.channel_id, message.id);
  if (message.channel_id === here.channel.id && !document.hidden) markRead(here.channel.id);
  countInThread(message);
  drawChannels();
  drawTitle();
}

/** A thread's card and a forum show how lively it is. A post's first message is no answer to it. */
function countInThread(message) {
  const thread = channelById(message.channel_id);
  if (!thread || !isThread(thread)) return;
  thread.last_message_id = message.id;
  if (message.id !== thread.id) thread.message_count = (thread.message_count ?? 0) + 1;
  messages.redraw(thread.id);
  if (here.channel.id === thread.parent_id) drawStart(byId('start'));
}

async function channelChanged(channel) {
  if (!noteChannel(channel)) return refreshGuilds();
  // The message that a thread hangs on has the thread's id, and shows how many messages it has.
  messages.redraw(channel.id);
  drawPlace();
}

function channelGone({ id }) {
  const isHere = here.channel.id === id || here.channel.parent_id === id && isThread(here.channel);
  forgetChannel(id);
  messages.redraw(id);
  if (isHere) goElsewhere(id);
  else drawPlace();
}

document.addEventListener('visibilitychange', () => !document.hidden && here.channel && markRead(here.channel.id));
