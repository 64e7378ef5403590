import { el } from '../dom.js';
import { readCommandLine } from './command-line.js';
import { here } from '../guild.js';
import { icon } from '../icons.js';
import { isWhole } from './suggestions.js';

/** Where messages and commands are typed. It tells of `filled` when its text was put there rather than typed. */
export const input = el('textarea', {
  id: 'composer-input',
  rows: 1,
  maxlength: 4000,
  autocomplete: 'off',
  spellcheck: 'false',
  'aria-autocomplete': 'list',
  'aria-haspopup': 'listbox',
  'aria-controls': 'picker-list',
});

export const error = el('div', { class: 'composer-error', role: 'alert', hidden: true });

const drafts = new Map();
let draftsChannel = null;

/** Puts a text into the composer, as though it had been typed. */
export function fill(text) {
  input.value = text;
  input.focus();
  input.setSelectionRange(text.length, text.length);
  input.dispatchEvent(new Event('filled'));
}

/** Brings back what was left unfinished in a channel; answers whether it is another one than before. */
export function changeDraft(channelId) {
  if (draftsChannel === channelId) return false;
  drafts.set(draftsChannel, input.value);
  draftsChannel = channelId;
  input.value = drafts.get(channelId) ?? '';
  return true;
}

export const isEmpty = () => input.value === '';

export const isCommand = () => input.value.startsWith('/');

/** What the text says as a command, edited where `caret` is. */
export const read = (text = input.value, caret = input.selectionStart) => readCommandLine(text, caret, here.commands, isWhole);

export function showError(text) {
  error.replaceChildren(icon('warning'), text);
  error.hidden = false;
}

export function hideError() {
  error.hidden = true;
}
