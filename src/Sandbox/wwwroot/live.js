import { listen } from './api.js';
import { drawChannels } from './channels/channel-list.js';
import { showConnection } from './connection.js';
import { bot, channelById, here } from './guild.js';
import * as messages from './messages/message-list.js';
import { noteCall } from './panel/calls.js';
import { drawMembers } from './people/members.js';
import { drawTitle, loadCommands, loadMessages, refreshGuilds } from './place.js';
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
    commands: loadCommands,
    bot: state => {
      Object.assign(bot(), state);
      drawMembers();
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
  if (message.channel_id === here.channel.id) messages.put(message);
  if (!isNew) return;
  noteMessage(message.channel_id, message.id);
  if (message.channel_id === here.channel.id && !document.hidden) markRead(here.channel.id);
  drawChannels();
  drawTitle();
}

document.addEventListener('visibilitychange', () => !document.hidden && here.channel && markRead(here.channel.id));
