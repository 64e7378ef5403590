import { causeFault } from '../api.js';
import { el, freshId } from '../dom.js';
import { icon } from '../icons.js';
import { failure } from '../messages/message.js';
import { clockWithSeconds } from '../time.js';
import { onCall } from './calls.js';
import { gatewayFaults, requestFaults, requests } from './fault-list.js';

const most = 1000;

const which = el('select', { id: freshId('field') }, requests.map(({ name, title }) => el('option', { value: name }, title)));
const times = timesInput();
const gatewayTimes = timesInput();
const armedList = el('ul', { class: 'armed', role: 'status', 'aria-label': 'Armed' });

/** Faults that wait for their requests, oldest first: `{request, title, left}`. */
const armed = [];

/** What can be made to go wrong, and what is about to. */
export function faultsView() {
  onCall(countDown);
  drawArmed();
  return el('div', { class: 'faults' },
    armedList,
    group('Requests', 'The next requests of the bot fail. Choose which, and how many.',
      el('div', { class: 'fault-fields' }, labelled('Request', which), labelled('Times', times)),
      requestFaults.map(fault => row(fault, 'Arm', () => arm(fault)))),
    group('Gateway', 'What the bot is connected to misbehaves.',
      gatewayFaults.filter(fault => !fault.repeats).map(fault => row(fault, 'Do it', () => causeFault(fault.body))),
      el('div', { class: 'fault-fields' }, labelled('Times, for those below', gatewayTimes)),
      gatewayFaults.filter(fault => fault.repeats).map(fault => row(fault, 'Do it', () => causeFault({ ...fault.body, times: gatewayTimes.valueAsNumber })))));
}

function timesInput() {
  return el('input', { id: freshId('field'), type: 'number', min: 1, max: most, value: 1, required: true });
}

const labelled = (text, input) => el('div', { class: 'field' }, el('label', { for: input.id }, text), input);

const group = (title, about, ...content) => el('section', { class: 'fault-group' },
  el('h3', {}, title),
  el('p', { class: 'quiet' }, about),
  ...content);

/** A fault and its button, which says below when it was last pressed, or why that came to nothing. */
function row({ title, about }, verb, cause) {
  const outcome = el('div', { class: 'fault-outcome', role: 'status' });
  const press = async event => {
    const button = event.currentTarget;
    button.disabled = true;
    try {
      await cause();
      outcome.replaceChildren(icon('check'), `${verb === 'Arm' ? 'Armed' : 'Done'} at ${clockWithSeconds(new Date())}`);
    } catch (error) {
      outcome.replaceChildren(failure('That did not work', error.message));
    }
    button.disabled = false;
    button.focus();
  };
  return el('div', { class: 'fault' },
    el('div', { class: 'fault-text' }, el('strong', {}, title), el('span', { class: 'quiet' }, about), outcome),
    el('button', { class: 'button secondary', type: 'button', 'aria-label': `${verb}: ${title}`, onclick: press }, verb));
}

async function arm({ title, body }) {
  const request = requests.find(({ name }) => name === which.value);
  const left = times.valueAsNumber;
  await causeFault({ ...body, api: request.name, times: left });
  armed.push({ request, title, left });
  drawArmed();
}

/** A request of that kind used up one of the faults that waited for it. */
function countDown(call) {
  const fault = armed.find(({ request }) => request.is(call));
  if (!fault) return;
  fault.left--;
  if (fault.left === 0) armed.splice(armed.indexOf(fault), 1);
  drawArmed();
}

function drawArmed() {
  armedList.hidden = armed.length === 0;
  armedList.replaceChildren(...armed.map(({ request, title, left }) => el('li', {},
    icon('warning'),
    el('span', {}, el('strong', {}, title), el('span', { class: 'quiet' }, `${request.title}, ${left === 1 ? 'once' : `${left} times`}`)))));
}
