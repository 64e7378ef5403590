/** Reads a slash command as it is typed: `/name [subcommand] option:value …`. Knows nothing of the page. */

import { description } from '../locale.js';

export const optionTypes = { subcommand: 1, group: 2, string: 3, integer: 4, boolean: 5, user: 6, channel: 7, role: 8, mentionable: 9, number: 10, attachment: 11 };

/** Every command that can be run, subcommands on their own, in the order of their names. */
export function runnable(commands) {
  return commands
    .filter(command => (command.type ?? 1) === 1)
    .flatMap(command => leaves(command, [command.name]))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function leaves(node, path) {
  const options = node.options ?? [];
  const deeper = options.filter(option => option.type <= optionTypes.group);
  if (deeper.length > 0) return deeper.flatMap(option => leaves(option, [...path, option.name]));
  return [{ name: path.join(' '), description: description(node), options: options.map(option => ({ ...option, description: description(option) })) }];
}

/**
 * What the text says up to now, `caret` being where it is edited. `command` is null until a name is followed by a space.
 * `values` are the options given, `strays` the words that belong to none, and `current` the value or word at the caret:
 * `{option?, text, start, end}`. `isWhole(option, text)` knows the values that need no more words.
 */
export function readCommandLine(text, caret, commands, isWhole = () => false) {
  const command = commands
    .filter(({ name }) => text.startsWith(`/${name} `) || text.startsWith(`/${name}\n`))
    .sort((a, b) => b.name.length - a.name.length)[0] ?? null;
  if (!command) return { command, values: [], strays: [], current: { text: text.slice(1), start: 1, end: text.length } };

  const parts = readParts(text, command, isWhole);
  const values = parts.filter(part => part.option);
  const strays = parts.filter(part => !part.option);
  const current = parts.find(part => caret >= part.start && caret <= part.end) ?? { text: '', start: caret, end: caret };
  return { command, values, strays, current };
}

function readParts(text, { name: commandName, options }, isWhole) {
  const parts = [];
  let at = commandName.length + 1;
  while (at < text.length) {
    if (/\s/.test(text[at])) { at++; continue; }
    const option = options.find(({ name }) => text.startsWith(`${name}:`, at));
    const part = option ? readValue(text, at, option, options, isWhole) : readWord(text, at);
    parts.push(part);
    at = Math.max(part.end, at + 1);
  }
  return parts;
}

function readWord(text, start) {
  const end = start + /^\S+/.exec(text.slice(start))[0].length;
  return { text: text.slice(start, end), start, end };
}

/** A value runs to the next option outside of quotes. `start` is where it begins, `nameStart` where its option does. */
function readValue(text, nameStart, option, options, isWhole) {
  const start = nameStart + option.name.length + 1;
  const raw = text.slice(start, start + beforeNextOption(text.slice(start), options));
  const length = wholeLength(raw, option, options, isWhole);
  return { option, nameStart, start, end: start + length, text: meant(raw.slice(0, length), options) };
}

function beforeNextOption(rest, options) {
  const quotes = [...rest.matchAll(quotedRun)];
  const isOutsideQuotes = ({ index }) => !quotes.some(quote => index >= quote.index && index < quote.index + quote[0].length);
  return [...rest.matchAll(labelOf(options, '\\s'))].find(isOutsideQuotes)?.index ?? rest.length;
}

/** How much of the text is the value, when what follows it may be the name of the next option being typed. */
function wholeLength(raw, option, options, isWhole) {
  for (const { index } of raw.matchAll(/\s+/g)) {
    const value = raw.slice(0, index);
    const rest = raw.slice(index).trim();
    const mayBeAName = rest === '' || options.some(other => other !== option && other.name.startsWith(rest));
    if (mayBeAName && (meant(value, options) !== value.trim() || isWhole(option, value))) return index;
  }
  return raw.length;
}

/** A quote that is never closed, or that is inside a word, is a sign like any other: 12" vinyl. */
const quotedRun = /(?<=^|\s)"(?:[^"\\]|\\.)*"(?=\s|$)/gs;

const labelOf = (options, before) => new RegExp(`${before}(?:${options.map(({ name }) => escapeRegExp(name)).join('|')}):`, 'g');

const wouldBeMisread = (value, options) => options.length > 0 && labelOf(options, '(?<=^|[\\s"])').test(value);

/** As in Discord, quotes belong to the value, except around one that would be read as other options without them. */
function meant(text, options) {
  const value = text.trim();
  const inside = /^"((?:[^"\\]|\\.)*)"$/s.exec(value)?.[1].replace(/\\(["\\])/g, '$1');
  return inside !== undefined && wouldBeMisread(inside, options) ? inside : value;
}

const escapeRegExp = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The value as it is typed: in quotes when it would otherwise be read as other options. */
export const quoteIfNeeded = (value, options) =>
  (wouldBeMisread(value, options) ? `"${value.replace(/["\\]/g, '\\$&')}"` : value);

/** Words before any option belong to the first one that has no value yet. */
export function withBareWords(line) {
  const { command, values, strays } = line;
  const free = command?.options.find(option => !values.some(value => value.option === option));
  const isLeading = strays.every(stray => stray.start < (values[0]?.nameStart ?? Infinity));
  if (strays.length === 0 || !free || !isLeading) return line;
  const bare = { option: free, text: strays.map(stray => stray.text).join(' ') };
  return { ...line, values: [bare, ...values], strays: [] };
}

/** What is wrong with the command, in words, or null; with the option to complete where one is missing. */
export function problemWith({ command, values, strays }) {
  if (strays.length > 0) {
    const names = command.options.map(option => option.name);
    const known = names.length === 0 ? 'It has no options.' : `Options: ${names.map(name => `${name}:`).join(' ')}`;
    return { message: `/${command.name} has no option for “${strays[0].text}”. ${known}` };
  }
  for (const option of command.options.filter(option => option.required)) {
    if (!values.some(value => value.option === option && value.text !== '')) {
      return { message: `Fill in ${option.name}: ${option.description}`, missing: option };
    }
  }
  for (const { option, text } of values) {
    const message = problemWithValue(option, text);
    if (message) return { message };
  }
  return null;
}

function problemWithValue(option, text) {
  const isNumber = option.type === optionTypes.integer || option.type === optionTypes.number;
  if (text === '') return `Write a value for ${option.name}, or remove it.`;
  if (option.choices && !findChoice(option, text)) return `“${text}” isn’t one of the choices for ${option.name}.`;
  if (option.type === optionTypes.boolean && !/^(true|false)$/i.test(text)) return `${option.name} must be true or false.`;
  if (isNumber && !option.choices) {
    const number = Number(text);
    if (Number.isNaN(number) || (option.type === optionTypes.integer && !Number.isInteger(number))) {
      return `${option.name} must be a ${option.type === optionTypes.integer ? 'whole ' : ''}number, not “${text}”.`;
    }
    if (number < option.min_value || number > option.max_value) return `${option.name} must be ${rangeOf(option)}.`;
  }
  if (option.type === optionTypes.string) {
    if (text.length < option.min_length) return `${option.name} must be at least ${option.min_length} characters long.`;
    if (text.length > option.max_length) return `${option.name} can be at most ${option.max_length} characters long.`;
  }
  return null;
}

/** "between 1 and 10", "at least 1", "at most 10", or nothing. */
export function rangeOf({ min_value: least, max_value: most }) {
  if (least != null && most != null) return `between ${least} and ${most}`;
  if (least != null) return `at least ${least}`;
  if (most != null) return `at most ${most}`;
  return '';
}

export const findChoice = (option, text) => option.choices?.find(choice =>
  choice.name.toLowerCase() === text.toLowerCase() || String(choice.value) === text);

/** The command as the server takes it; `valueOf` turns what is typed for an option into what it stands for. */
export function serialise({ command, values }, valueOf) {
  return [`/${command.name}`, ...values.map(value => `${value.option.name}:${quoteIfNeeded(valueOf(value), command.options)}`)].join(' ');
}
