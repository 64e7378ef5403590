import { byId, el } from '../dom.js';
import { problemWith, readCommandLine, serialise, withBareWords } from './command-line.js';
import { channelLabel, here, isForum } from '../guild.js';
import { history } from './history.js';
import { icon } from '../icons.js';
import { createPicker } from './picker.js';
import { drawTypedLine, hints, mirror } from './typed-line.js';
import { askBot, firstRequired, isWhole, suggestionsFor, valueOf } from './suggestions.js';

const debounce = 120;

const error = el('div', { class: 'composer-error', role: 'alert', hidden: true });
const input = el('textarea', {
  id: 'composer-input',
  rows: 1,
  maxlength: 4000,
  autocomplete: 'off',
  spellcheck: 'false',
  'aria-autocomplete': 'list',
  'aria-haspopup': 'listbox',
  'aria-controls': 'picker-list',
});
const slash = el('button', { class: 'composer-button', type: 'button', 'aria-label': 'Show the bot’s commands', title: 'Commands' }, icon('slash'));
const send = el('button', { class: 'composer-button send', 'aria-label': 'Send' }, icon('send'));
const picker = createPicker(input, pick);

let question = 0;
let handlers;
let draftsChannel = null;
const drafts = new Map();

/** `runCommand({name, text, typed})` and `sendMessage(text)` do what was asked for when Enter is pressed. */
export function startComposer(given) {
  handlers = given;
  byId('composer').append(error, picker.node, hints, el('div', { class: 'composer-box' }, slash, el('div', { class: 'typed' }, mirror, input), send));
}

/** Says where a message would go, and brings back what was left unfinished there. */
export function describeComposer() {
  if (draftsChannel !== here.channel.id) {
    drafts.set(draftsChannel, input.value);
    draftsChannel = here.channel.id;
    input.value = drafts.get(draftsChannel) ?? '';
    hideError();
    update();
    picker.close();
  }
  input.placeholder = isForum(here.channel) ? 'Type / for commands' : `Message ${channelLabel(here.channel)}, or type / for commands`;
  input.setAttribute('aria-label', input.placeholder);
}

/** Puts a text into the composer, as though it had been typed. */
export function fill(text) {
  input.value = text;
  input.focus();
  input.setSelectionRange(text.length, text.length);
  update();
}

/** Puts a command into the composer, up to where its first value is to be typed. */
export function fillCommand(name) {
  const command = here.commands.find(known => known.name === name);
  fill(`/${name} ${command ? firstRequired(command) : ''}`);
}

export const isEmpty = () => input.value === '';

export function showError(text) {
  error.replaceChildren(icon('warning'), text);
  error.hidden = false;
}

function hideError() {
  error.hidden = true;
}

const read = (text = input.value, caret = input.selectionStart) => readCommandLine(text, caret, here.commands, isWhole);

// Typing

input.addEventListener('input', event => {
  const completed = event.inputType === 'insertText' && event.data === ' '
    && here.commands.find(command => input.value === `/${command.name} `);
  if (completed) input.setRangeText(firstRequired(completed), input.value.length, input.value.length, 'end');
  history.leave();
  hideError();
  update();
});
document.addEventListener('selectionchange', () => document.activeElement === input && isCommand() && update());

const isCommand = () => input.value.startsWith('/');

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
  Tab: event => !event.shiftKey && picker.pickActiveOrFirst(),
  Escape: () => leave(),
  Enter: event => {
    if (event.shiftKey) return false;
    if (!(picker.wasMoved() || !isRunnable()) || !picker.pickActive()) submit();
    return true;
  },
};

/** Whether the text is complete as it stands, so that Enter runs it rather than picks the first suggestion. */
function isRunnable() {
  if (!isCommand()) return true;
  const { command, current } = read(`${input.value} `, input.selectionStart);
  if (!read().command) return command !== null;
  return current.option ? current.text !== '' && isWhole(current.option, current.text) : current.text === '';
}

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
input.addEventListener('focus', () => isCommand() && update());

slash.addEventListener('click', () => fill('/'));
byId('composer').addEventListener('submit', event => {
  event.preventDefault();
  submit();
});

function submit() {
  const typed = input.value.trim();
  if (typed === '') return;
  hideError();
  if (!typed.startsWith('/')) {
    fill('');
    handlers.sendMessage(typed);
    return;
  }

  const line = withBareWords(read(`${typed} `, typed.length));
  const problem = line.command && problemWith(line);
  if (problem) {
    const isNamed = line.values.some(value => value.option === problem.missing);
    if (problem.missing && !isNamed) fill(`${typed} ${problem.missing.name}:`);
    return showError(problem.message);
  }
  history.add(typed);
  fill('');
  // What is no command for this user, the server explains better.
  handlers.runCommand(line.command
    ? { name: line.command.name, text: serialise(line, valueOf), typed }
    : { name: typed.slice(1).split(/\s/)[0], text: typed, typed });
}
