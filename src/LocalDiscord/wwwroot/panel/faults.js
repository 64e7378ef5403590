import { causeFault, openDirectMessages } from '../api.js';
import { el, freshId } from '../dom.js';
import { here } from '../guild.js';
import { armedView, lookAgain } from './armed.js';
import { channelFaultsView } from './channel-faults.js';
import { gatewayFaults, requestFaults, requests } from './fault-list.js';
import { faultGroup, faultRow, labelled } from './fault-row.js';

const most = 1000;

const which = el('select', { id: freshId('field') }, requests.map(({ name, title }) => el('option', { value: name }, title)));
const times = timesInput();
const gatewayTimes = timesInput();

/** The faults that can be caused, and the planned ones. */
export const faultsView = () => el('div', { class: 'faults' },
  armedView(),
  faultGroup('Requests', 'Choose which of the bot’s next requests fail, and how many.',
    el('div', { class: 'fault-fields' }, labelled('Request', which), labelled('Times', times)),
    requestFaults.map(fault => faultRow(fault, 'Arm', 'Armed', () => arm({ ...fault.body, api: which.value, times: timesOf(times) })))),
  faultGroup('Gateway', 'Causes trouble with the bot’s connection.',
    gatewayFaults.filter(fault => !fault.repeats).map(fault => faultRow(fault, 'Do it', 'Done', () => causeFault(fault.body))),
    el('div', { class: 'fault-fields' }, labelled('Times (for the faults below)', gatewayTimes)),
    gatewayFaults.filter(fault => fault.repeats).map(fault =>
      faultRow(fault, 'Arm', 'Armed', () => arm({ ...fault.body, times: timesOf(gatewayTimes) })))),
  channelFaultsView(),
  faultGroup('Direct messages', 'Choose whether you accept the bot’s messages. If not, it gets a 403 with code 50007.',
    faultRow({ title: 'Block the bot', about: 'The bot can’t message you.' }, 'Block', 'Blocked', () => openDirectMessages(here.user.id, { accept: false })),
    faultRow({ title: 'Unblock the bot', about: 'The bot can message you again.' }, 'Unblock', 'Unblocked', () => openDirectMessages(here.user.id, { accept: true }))));

function timesInput() {
  return el('input', { id: freshId('field'), type: 'number', min: 1, max: most, value: 1, required: true });
}

const timesOf = input => input.valueAsNumber || 1;

async function arm(fault) {
  await causeFault(fault);
  await lookAgain();
}
