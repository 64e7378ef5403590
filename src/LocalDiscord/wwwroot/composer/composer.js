import { byId, el } from '../dom.js';
import { changeDraft, error, fill, hideError, input, isCommand, read } from './field.js';
import { channelLabel, here, isForum } from '../guild.js';
import { history } from './history.js';
import { icon } from '../icons.js';
import { createPicker } from './picker.js';
import { isRunnable, submit } from './submit.js';
import { drawTypedLine, hints, mirror } from './typed-line.js';
import { askBot, firstRequired, suggestionsFor } from './suggestions.js';

export { fill, isEmpty, showError } from './field.js';

const debounce = 120;
const narrow = matchMedia('(max-width: 700px)');

const slash = el('button', { class: 'composer-button', type: 'button', 'aria-label': 'Show the bot’s commands', title: 'Commands' }, icon('slash'));
const send = el('button', { class: 'composer-button send', 'aria-label': 'Send' }, icon('send'));
const picker = createPicker(input, pick);

let question = 0;
let handlers;

/** `runCommand({name, text, typed, files})` and `sendMessage(text)` do what was asked for when Enter is pressed. */
export function startComposer(given) {
  handlers = given;
  byId('composer').append(error, picker.node, hints, el('div', { class: 'composer-box' }, slash, el('div', { class: 'typed' }, mirror, input), send));
}

/** Says where a message would go, and brings back what was left unfinished there. */
export function describeComposer() {
  if (changeDraft(here.channel.id)) {
    hideError();
    update();
    picker.close();
  }
  const label = isForum(here.channel) ? 'Type / for commands' : `Message ${channelLabel(here.channel)}, or type / for commands`;
  input.setAttribute('aria-label', label);
  // Where it would be cut, the slash before it must say the rest.
  input.placeholder = narrow.matches ? label.split(', or ')[0] : label;
}

/** What is being typed may mean something else once the caret, the focus or the commands change. */
export function suggestAgain() {
  if (document.activeElement === input && isCommand()) update();
}

/** Puts a command into the composer, up to where its first value is to be typed. */
export function fillCommand(name) {
  const command = here.commands.find(known => known.name === name);
  fill(`/${name} ${command ? firstRequired(command) : ''}`);
}

// Typing

input.addEventListener('input', event => {
  if (event.inputType === 'insertText') complete(event.data);
  history.leave();
  hideError();
  update();
});
input.addEventListener('filled', () => update());
document.addEventListener('selectionchange', suggestAgain);

/** The option that a command needs is there once the command is; who types its name all the same gets it once. */
function complete(typed) {
  if (typed === ' ') {
    const command = here.commands.find(({ name }) => input.value === `/${name} `);
    if (command) input.setRangeText(firstRequired(command), input.value.length, input.value.length, 'end');
  } else if (typed === ':' && isCommand()) {
    const { option, text, start, end } = read().current;
    if (option && text === `${option.name}:`) input.setRangeText('', start, end, 'end');
  }
}

function update() {
  const line = isCommand() ? read() : null;
  drawTypedLine(input.value, line, editOption);
  if (!line) return picker.close();

  const { option } = line.current;
  const asked = ++question;
  if (!option?.autocomplete) return picker.show(suggestionsFor(line));
  setTimeout(async () => {
    if (asked !== question) return;
    const answer = await askBot(line);
    if (asked === question) picker.show(answer);
  }, debounce);
}

function editOption(option, value) {
  if (!value) return fill(`${input.value.trimEnd()} ${option.name}:`);
  input.focus();
  input.setSelectionRange(value.end, value.end);
  update();
}

function pick(item) {
  if (item.choose) return item.choose(pick);
  const { start, end } = read().current;
  input.setRangeText(item.text, start, end, 'end');
  input.focus();
  update();
}

// Keys

input.addEventListener('keydown', event => {
  if (event.isComposing) return;
  const onKey = keys[event.key];
  if (onKey?.(event)) event.preventDefault();
});

/** Each answers whether it used the key. */
const keys = {
  ArrowUp: () => recall(-1) || picker.step(-1),
  ArrowDown: () => recall(1) || picker.step(1),
  Tab: event => {
    if (!event.shiftKey) return picker.pickActiveOrFirst();
    // Otherwise the list would take the focus, and lose it as it closes.
    picker.close();
    return false;
  },
  Escape: () => leave(),
  Enter: event => {
    if (event.shiftKey) return false;
    if (!(picker.wasMoved() || !isRunnable()) || !picker.pickActive()) submit(handlers);
    return true;
  },
};

function recall(by) {
  if (input.value !== '' && !history.isAt(input.value)) return false;
  const text = history.move(by);
  if (text === undefined) return false;
  fill(text);
  return true;
}

function leave() {
  hideError();
  if (picker.isOpen()) picker.close();
  else if (isCommand()) fill('');
  else return false;
  return true;
}

input.addEventListener('blur', () => picker.close());
input.addEventListener('focus', suggestAgain);

slash.addEventListener('click', () => fill('/'));
byId('composer').addEventListener('submit', event => {
  event.preventDefault();
  submit(handlers);
});
