import { el } from '../dom.js';
import { rangeOf } from './command-line.js';

/** How a command looks while it is typed: `mirror` lies below the input's transparent text, `hints` stands above it. */
export const mirror = el('div', { class: 'mirror', 'aria-hidden': 'true' });
export const hints = el('div', { class: 'hints', hidden: true });

/** `line` is what was read from the text, null if it is no command; `onOption(option, value)` is called for a pressed chip. */
export function drawTypedLine(text, line, onOption) {
  drawMirror(text, line);
  drawHints(line, onOption);
}

/** The typed text in colour, below the transparent text of the input; it also makes the input as high as its text. */
function drawMirror(text, line) {
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
function drawHints(line, onOption) {
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
      onclick: () => onOption(option, value),
    }, option.name, !option.required && el('span', { class: 'quiet' }, ' optional'));
  });
  hints.replaceChildren(
    el('span', { class: 'hint-text' }, current.option ? describeOption(current.option) : command.description),
    el('span', { class: 'chips' }, chips));
}

const describeOption = option => [`${option.name}: ${option.description}`, rangeOf(option)].filter(Boolean).join(' · ');
