import { byId, el } from '../dom.js';
import { languages, locale, speak } from '../locale.js';
import { openChoices } from '../menu.js';

const button = byId('language');

/** Shows which language the person's Discord is in; `onChange` hears that another was chosen. */
export function startLanguage(onChange) {
  draw();
  button.addEventListener('click', () => openChoices('Language', button, Object.entries(languages).map(([code, name]) => ({
    content: el('span', { class: 'select-text' }, name),
    isChosen: code === locale,
    choose: () => {
      speak(code);
      draw();
      onChange();
    },
  }))));
}

function draw() {
  button.replaceChildren(
    el('span', { class: 'visually-hidden' }, `Language: ${languages[locale]}`),
    el('span', { 'aria-hidden': 'true' }, locale.split('-')[0]));
  button.title = `Your language, as the bot sees it: ${languages[locale]}`;
}
