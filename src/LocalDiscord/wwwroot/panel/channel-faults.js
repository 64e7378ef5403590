import { causeFault } from '../api.js';
import { el, freshId } from '../dom.js';
import { bot, channelById, channelLabel, here, isCategory, isThread } from '../guild.js';
import { failure } from '../messages/message.js';
import { setWithdrawn } from './armed.js';
import { faultGroup, faultRow, labelled } from './fault-row.js';

/** Permissions that moderators may remove from a bot, with Discord's names and bits. */
const permissions = [
  { name: 'VIEW_CHANNEL', title: 'View Channel', bit: 10n },
  { name: 'SEND_MESSAGES', title: 'Send Messages', bit: 11n },
  { name: 'EMBED_LINKS', title: 'Embed Links', bit: 14n },
  { name: 'ATTACH_FILES', title: 'Attach Files', bit: 15n },
  { name: 'READ_MESSAGE_HISTORY', title: 'Read Message History', bit: 16n },
  { name: 'CREATE_PUBLIC_THREADS', title: 'Create Public Threads', bit: 35n },
  { name: 'SEND_MESSAGES_IN_THREADS', title: 'Send Messages in Threads', bit: 38n },
];

const which = el('select', { id: freshId('field'), onchange: choose });
const switches = el('div', { class: 'switches', role: 'group', 'aria-label': 'Permissions to remove from the bot' });
const problem = el('div', {});

/** The channel chosen here; null means the current one. */
let chosen = null;

export const channelFaultsView = () => faultGroup('Channels', 'Changes by moderators that can surprise a bot.',
  el('div', { class: 'fault-fields' }, labelled('Channel', which)),
  el('p', { class: 'switches-title' }, 'Remove permissions from the bot'),
  switches,
  problem,
  faultRow({ title: 'Delete the channel', about: 'Deletes its threads and messages too. This can’t be undone.', asksTwice: true }, 'Delete', 'Deleted',
    () => causeFault({ channel: which.value, delete: true })));

/** Follows the server's channels and what the bot may do there. */
export function drawChannelFaults() {
  const rooms = here.guild.channels.filter(channel => !isCategory(channel) && !isThread(channel));
  which.replaceChildren(...rooms.map(channel => el('option', { value: channel.id }, channelLabel(channel))));
  which.value = (rooms.find(channel => channel.id === chosen) ?? rooms.find(channel => channel === here.channel) ?? rooms[0])?.id ?? '';
  drawSwitches();
  setWithdrawn(rooms.filter(channel => lacking(channel).length > 0).map(channel => ({
    channel: channelLabel(channel),
    permissions: lacking(channel).map(({ title }) => title).join(', '),
  })));
}

/** Permissions denied to the bot itself, not to one of its roles. */
function lacking(channel) {
  const denied = BigInt(channel?.permission_overwrites?.find(overwrite => overwrite.id === bot().id)?.deny ?? 0);
  return permissions.filter(({ bit }) => denied >> bit & 1n);
}

function choose() {
  chosen = which.value;
  drawSwitches();
}

function drawSwitches() {
  const lacks = lacking(channelById(which.value));
  const focused = document.activeElement?.dataset.permission;
  switches.replaceChildren(...permissions.map(permission => {
    const input = el('input', { type: 'checkbox', 'data-permission': permission.name, onchange: () => set(permission, input) });
    input.checked = lacks.includes(permission);
    return el('label', { class: 'switch' }, input, permission.title);
  }));
  if (focused) switches.querySelector(`[data-permission="${focused}"]`)?.focus();
}

async function set({ name }, input) {
  problem.replaceChildren();
  try {
    await causeFault({ channel: which.value, [input.checked ? 'deny' : 'allow']: [name] });
  } catch (error) {
    input.checked = !input.checked;
    problem.replaceChildren(failure('That didn’t work', error.message));
  }
}
