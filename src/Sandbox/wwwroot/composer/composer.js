import { byId, el } from './dom.js';
import { problemWith, rangeOf, readCommandLine, serialise, withBareWords } from './command-line.js';
import { here, isForum } from './guild.js';
import { history } from './history.js';
import { icon } from './icons.js';
import { createPicker } from './picker.js';
import { askBot, firstRequired, isWhole, suggestionsFor, valueOf } from './suggestions.js';

const debounce = 120;

const error = el('div', { class: 'composer-error', role: 'alert', hidden: true });
const hints = el('div', { class: 'hints', hidden: true });
const mirror = el('div', { class: 'mirror', 'aria-hidden': 'true' });
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
  const place = here.channel.name;
  if (draftsChannel !== here.channel.id) {
    drafts.set(draftsChannel, input.value);
    draftsChannel = here.channel.id;
    input.value = drafts.get(draftsChannel) ?? '';
    hideError();
    update();
    picker.close();
  }
  input.placeholder = isForum(here.channel) ? 'Type / for commands' : `Message #${place}, or type / for commands`;
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
  drawMirror(line);
  drawHints(line);
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

/** The typed text in colour, below the transparent text of the input; it also makes the input as high as its text. */
function drawMirror(line) {
  const text = input.value;
  if (!line?.command) {
    mirror.replaceChildren(`${text}\u200b`);
    return;
  }
  const nameEnd = line.command.name.length + 1;
  const pieces = [el('span', { class: 'typed-command' }, text.slice(0, nameEnd))];
  let at = nameEnd;
  for (const { nameStart, start, end } of line.values) {
    pieces.push(
      text.slice(at, nameStart),
      el('span', { class: 'typed-option' }, text.slice(nameStart, start)),
      el('span', { class: 'typed-value' }, text.slice(start, end)));
    at = end;
  }
  mirror.replaceChildren(...pieces, `${text.slice(at)}\u200b`);
}

/** The command's options as chips, required ones first, and what the one at the caret takes. */
function drawHints(line) {
  hints.hidden = !line?.command;
  if (hints.hidden) return;
  const { command, values, current } = line;
  const chips = command.options.map(option => {
    const value = values.find(given => given.option === option);
    const state = [current.option === option && 'current', value?.text && 'filled', option.required && 'required'];
    return el('button', {
      class: `chip ${state.filter(Boolean).join(' ')}`,
      type: 'button',
      tabindex: -1,
      title: option.description,
      onclick: () => editOption(option, value),
    }, option.name, !option.required && el('span', { class: 'quiet' }, ' optional'));
  });
  hints.replaceChildren(
    el('span', { class: 'hint-text' }, current.option ? describeOption(current.option) : command.description),
    el('span', { class: 'chips' }, chips));
}

const describeOption = option => [`${option.name}: ${option.description}`, rangeOf(option)].filter(Boolean).join(' · ');

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
