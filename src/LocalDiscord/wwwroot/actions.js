import { interact, openDirectMessages, postMessage, react } from './api.js';
import { fill, isEmpty, showError } from './composer/composer.js';
import { byId } from './dom.js';
import { openModal } from './forms/modal.js';
import { channelById, channelHash, here, noteChannel } from './guild.js';
import { messageTypes } from './messages/above.js';
import { localReply } from './messages/message.js';
import * as messages from './messages/message-list.js';
import { scrollToEnd } from './messages/scroll.js';
import { setFailed, setReady, setWaiting } from './messages/waiting.js';

export async function sendMessage(text) {
  const { channel } = here;
  scrollToEnd();
  try {
    const message = await postMessage(channel.id, here.user.id, text);
    if (channel.id === here.channel.id) messages.put(message);
  } catch (error) {
    giveBack(text, error);
  }
}

/** A slash command, as it stands in the composer. */
export const runCommand = ({ name, text, typed, files }) =>
  useBot(localReply(name), { command: text }, error => giveBack(typed, error), files);

/** A command of a message's menu. */
export const runMessageCommand = (name, message) =>
  useBot(localReply(name, messageTypes.menuCommand), { menu: { command: name, message: message.id } }, error => showError(error.message));

/** A command of a person's menu. */
export const runUserCommand = (name, user) =>
  useBot(localReply(name, messageTypes.menuCommand), { menu: { command: name, user: user.id } }, error => showError(error.message));

/** Reacts to a message, or takes that back. */
export async function reactTo({ id }, emoji, remove = false) {
  const { channel } = here;
  try {
    const message = await react(id, here.user.id, emoji, remove);
    if (channel.id === here.channel.id) messages.put(message);
  } catch (error) {
    showError(error.message);
  }
}

byId('log').addEventListener('react', event => {
  const { emoji, remove } = event.detail;
  reactTo({ id: event.target.closest('.message').dataset.id }, emoji, remove);
});

/** Opens the direct messages with the bot. */
export async function messageBot() {
  try {
    const conversation = await openDirectMessages(here.user.id);
    noteChannel(conversation);
    location.hash = channelHash(channelById(conversation.id));
  } catch (error) {
    showError(error.message);
  }
}

/** A reply that takes longer than a blink is announced by a line of its own. */
const blink = 150;

async function useBot(reply, request, onMistake, files) {
  const { channel } = here;
  scrollToEnd();
  const waiting = setTimeout(() => channel.id === here.channel.id && messages.put(reply), blink);
  const endWaiting = () => {
    clearTimeout(waiting);
    messages.remove(reply.id);
  };
  try {
    show(await interact(channel.id, here.user.id, request, files), channel);
    endWaiting();
  } catch (error) {
    endWaiting();
    if (isMistake(error)) onMistake(error);
    else if (channel.id === here.channel.id) messages.put({ ...reply, local: 'failed', reason: error.message });
  }
}

const isMistake = error => error.status >= 400 && error.status < 500;

/** After an error, the typed text stays. */
function giveBack(text, error) {
  if (isEmpty()) fill(text);
  showError(error.message);
}

function show({ message, modal, elapsed_ms: elapsed }, channel) {
  if (message && channel.id === here.channel.id) messages.put(message, elapsed);
  if (modal) openModal(modal, async (data, files) => show(await interact(channel.id, here.user.id, { submit: data }, files), channel));
}

byId('log').addEventListener('interact', async event => {
  const request = event.detail;
  const { message: id, custom_id: used } = request.press ?? request.select;
  const { channel } = here;
  if (event.target.closest('.is-waiting')) return;

  setWaiting(id, used);
  try {
    const answer = await interact(channel.id, here.user.id, request);
    setReady(id);
    show(answer, channel);
  } catch (error) {
    setReady(id);
    setFailed(id, error.message);
  }
});
