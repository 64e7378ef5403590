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

/** What can be made to go wrong, and what is about to. */
export const faultsView = () => el('div', { class: 'faults' },
  armedView(),
  faultGroup('Requests', 'The next requests of the bot fail. Choose which, and how many.',
    el('div', { class: 'fault-fields' }, labelled('Request', which), labelled('Times', times)),
    requestFaults.map(fault => faultRow(fault, 'Arm', 'Armed', () => arm({ ...fault.body, api: which.value, times: timesOf(times) })))),
  faultGroup('Gateway', 'What the bot is connected to misbehaves.',
    gatewayFaults.filter(fault => !fault.repeats).map(fault => faultRow(fault, 'Do it', 'Done', () => causeFault(fault.body))),
    el('div', { class: 'fault-fields' }, labelled('Times, for those below', gatewayTimes)),
    gatewayFaults.filter(fault => fault.repeats).map(fault =>
      faultRow(fault, 'Arm', 'Armed', () => arm({ ...fault.body, times: timesOf(gatewayTimes) })))),
  channelFaultsView(),
  faultGroup('Direct messages', 'Whether you take them from the bot. A refusal is a 403 with the code 50007.',
    faultRow({ title: 'Refuse them', about: 'The bot cannot write to you.' }, 'Refuse', 'Refused', () => openDirectMessages(here.user.id, { accept: false })),
    faultRow({ title: 'Take them again', about: 'As it is at first.' }, 'Take', 'Taken again', () => openDirectMessages(here.user.id, { accept: true }))));

function timesInput() {
  return el('input', { id: freshId('field'), type: 'number', min: 1, max: most, value: 1, required: true });
}

const timesOf = input => input.valueAsNumber || 1;

async function arm(fault) {
  await causeFault(fault);
  await lookAgain();
}
