import { ApiError, interact } from '../api.js';
import { chooseFile, chosenFile, chosenNames } from './chosen-files.js';
import { findChoice, optionTypes, quoteIfNeeded, serialise } from './command-line.js';
import { bot, channelByName, channels, displayName, here, isCategory } from '../guild.js';
import { avatar } from '../avatar.js';
import { numberOf } from '../files.js';
import { channelIcon, icon } from '../icons.js';

const most = 25;

/** What was picked from the bot's suggestions: its words are shown, its value is sent. */
const picked = new Map();
const pickedKey = (option, text) => `${option.name}\n${text.toLowerCase()}`;

/** Whether the text is all that the option can take, so that the next word belongs to another one. */
export function isWhole(option, text) {
  switch (option.type) {
    case optionTypes.boolean: return /^(true|false)$/i.test(text);
    case optionTypes.channel: return text.startsWith('#') && channelByName(text.slice(1)) !== undefined;
    case optionTypes.user: return userByName(text) !== undefined;
    case optionTypes.attachment: return chosenFile(text) !== undefined;
    case optionTypes.integer:
    case optionTypes.number: return text !== '' && !Number.isNaN(Number(text));
    default: return picked.has(pickedKey(option, text)) || findChoice(option, text) !== undefined;
  }
}

/** What the typed value of an option stands for. */
export function valueOf({ option, text }) {
  const choice = findChoice(option, text);
  if (choice) return String(choice.value);
  if (option.type === optionTypes.channel && channelByName(text.replace(/^#/, ''))) return `<#${channelByName(text.replace(/^#/, '')).id}>`;
  if (userByName(text) && [optionTypes.user, optionTypes.mentionable].includes(option.type)) return `<@${userByName(text).id}>`;
  if (option.type === optionTypes.attachment && chosenFile(text)) return numberOf(chosenFile(text));
  return picked.get(pickedKey(option, text)) ?? text;
}

/** The files that go with a command. */
export const filesOf = ({ values }) => values.filter(({ option }) => option.type === optionTypes.attachment)
  .map(({ text }) => chosenFile(text)).filter(Boolean);

/**
 * What may be typed at the caret: `{title, items, active}`, an item being `{label, detail, picture, text}`, where `text`
 * takes the place of the current word; one with `choose(then)` finds its text when it is picked. `active` is the item that Enter would pick, -1 for none.
 */
export function suggestionsFor(line) {
  if (!line.command) return commandSuggestions(line.current.text);
  if (line.current.option) return valueSuggestions(line.current, line.command.options);
  return optionSuggestions(line);
}

export const nothing = { title: '', items: [], active: -1 };

function commandSuggestions(query) {
  const wanted = query.toLowerCase();
  const rank = command => [
    command.name.startsWith(wanted),
    command.name.includes(wanted),
    command.description.toLowerCase().includes(wanted) && wanted.length > 2,
  ].indexOf(true);
  const items = here.commands
    .filter(command => rank(command) >= 0)
    .sort((a, b) => rank(a) - rank(b))
    .map(command => ({
      label: `/${command.name}`,
      detail: command.description,
      picture: bot() && avatar(bot(), 'small'),
      names: command.options.map(option => option.name),
      text: `${command.name} ${firstRequired(command)}`,
    }));
  return { title: bot() ? displayName(bot()) : 'Commands', items, active: items.length > 0 ? 0 : -1 };
}

/** The option that a command cannot do without, ready for its value to be typed. */
export function firstRequired({ options }) {
  const first = options.find(option => option.required);
  return first ? `${first.name}:` : '';
}

function optionSuggestions({ command, values, current }) {
  const items = command.options
    .filter(option => !values.some(value => value.option === option) && option.name.startsWith(current.text))
    .map(option => ({
      label: option.name,
      detail: option.description,
      names: option.required ? ['required'] : [],
      text: `${option.name}:`,
    }));
  return { title: 'Options', items, active: current.text && items.length > 0 ? 0 : -1 };
}

function valueSuggestions({ option, text }, options) {
  const items = localValues(option, name => value(name, options))
    .filter(item => item.choose || item.label.toLowerCase().includes(text.toLowerCase().replace(/^[#@]/, '')))
    .slice(0, most);
  return { title: option.name, items, active: items.length > 0 ? 0 : -1 };
}

function localValues(option, value) {
  if (option.choices) return option.choices.map(choice => value(choice.name));
  switch (option.type) {
    case optionTypes.boolean: return [value('true'), value('false')];
    case optionTypes.user:
    case optionTypes.mentionable: return people().map(user => ({ ...value(`@${displayName(user)}`), picture: avatar(user, 'small') }));
    case optionTypes.channel: return channels()
      .filter(channel => (option.channel_types?.length > 0 ? option.channel_types.includes(channel.type) : !isCategory(channel)))
      .map(channel => ({ ...value(`#${channel.name}`), picture: channelIcon(channel.type) }));
    case optionTypes.attachment: return [...chosenNames().map(name => ({ ...value(name), picture: icon('file') })), anotherFile(value)];
    default: return [];
  }
}

const anotherFile = value => ({
  label: 'Choose a file…',
  picture: icon('file'),
  choose: then => chooseFile(name => then(value(name))),
});

const value = (name, options) => ({ label: name, text: `${quoteIfNeeded(name, options)} ` });

const people = () => [...here.guild.users, bot()];
const userByName = text => people().find(user => text === `@${displayName(user)}` || text === `@${user.username}`);

/** Asks the bot what it suggests for the option at the caret. */
export async function askBot(line) {
  const { option, text } = line.current;
  const others = line.values.filter(other => other.option !== option);
  try {
    const { choices } = await interact(here.channel.id, here.user.id, {
      suggest: serialise({ command: line.command, values: [...others, line.current] }, other => (other.option === option ? text : valueOf(other))),
    });
    for (const choice of choices) picked.set(pickedKey(option, choice.name), String(choice.value));
    return { title: option.name, items: choices.slice(0, most).map(choice => value(choice.name, line.command.options)), active: choices.findIndex(choice => fits(choice, text)) };
  } catch (error) {
    if (error instanceof ApiError) return { ...nothing, title: `Can’t get suggestions: ${error.message}`, isNotice: true };
    throw error;
  }
}

/** Enter picks a suggestion only if the text may be its beginning; other words stay as they were typed. */
const fits = (choice, text) => choice.name.toLowerCase().split(/[^\p{L}\p{N}]+/u).some((_, index, words) =>
  words.slice(index).join(' ').startsWith(text.toLowerCase()));
