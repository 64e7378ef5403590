import { problemWith, serialise, withBareWords } from './command-line.js';
import { fill, hideError, input, isCommand, read, showError } from './field.js';
import { history } from './history.js';
import { filesOf, isWhole, valueOf } from './suggestions.js';

/** Whether the text is complete as it stands, so that Enter runs it rather than picks the first suggestion. */
export function isRunnable() {
  if (!isCommand()) return true;
  const { command, current } = read(`${input.value} `, input.selectionStart);
  if (!read().command) return command !== null;
  return current.option ? current.text !== '' && isWhole(current.option, current.text) : current.text === '';
}

/** Does what the text says by `runCommand({name, text, typed, files})` or `sendMessage(text)`, or says what is wrong with it. */
export function submit({ runCommand, sendMessage }) {
  const typed = input.value.trim();
  if (typed === '') return;
  hideError();
  if (!typed.startsWith('/')) {
    fill('');
    sendMessage(typed);
    return;
  }

  const line = withBareWords(read(`${typed} `, typed.length));
  const problem = line.command && problemWith(line);
  if (problem) return explain(problem, line, typed);
  history.add(typed);
  fill('');
  // If the user has no such command, the server explains why.
  runCommand(line.command
    ? { name: line.command.name, text: serialise(line, valueOf), typed, files: filesOf(line) }
    : { name: typed.slice(1).split(/\s/)[0], text: typed, typed });
}

function explain({ message, missing }, line, typed) {
  const isNamed = line.values.some(value => value.option === missing);
  if (missing && !isNamed) fill(`${typed} ${missing.name}:`);
  showError(message);
}
