import { el } from '../dom.js';
import { icon } from '../icons.js';
import { failure } from '../messages/message.js';
import { clockWithSeconds } from '../time.js';

/** How long a button waits for its second press. */
const patience = 4000;

/**
 * A fault and its button. Below it stands when it was last pressed, or why that failed. A fault that can't be undone
 * `asksTwice`.
 */
export function faultRow({ title, about, asksTwice }, verb, done, cause) {
  const outcome = el('div', { class: 'fault-outcome', role: 'status' });
  const button = el('button', { class: `button ${asksTwice ? 'danger' : 'secondary'}`, type: 'button', 'aria-label': `${verb}: ${title}` }, verb);
  let sure = !asksTwice;

  button.addEventListener('click', async () => {
    if (!sure) return makeSure();
    button.disabled = true;
    try {
      await cause();
      outcome.replaceChildren(icon('check'), `${done} at ${clockWithSeconds(new Date())}`);
    } catch (error) {
      outcome.replaceChildren(failure('That didn’t work', error.message));
    }
    button.disabled = false;
    button.focus();
  });

  function makeSure() {
    sure = true;
    button.textContent = 'Really?';
    setTimeout(() => {
      sure = false;
      button.textContent = verb;
    }, patience);
  }

  return el('div', { class: 'fault' },
    el('div', { class: 'fault-text' }, el('strong', {}, title), el('span', { class: 'quiet' }, about), outcome),
    button);
}

export const faultGroup = (title, about, ...content) => el('section', { class: 'fault-group' },
  el('h3', {}, title),
  el('p', { class: 'quiet' }, about),
  ...content);

export const labelled = (text, input) => el('div', { class: 'field' }, el('label', { for: input.id }, text), input);
