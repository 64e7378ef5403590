import { avatar } from './avatar.js';
import { el } from './dom.js';
import { bot, displayName } from './guild.js';
import { icon } from './icons.js';
import { commandName } from './locale.js';
import { moveFocus, openPopup } from './popup.js';

/** Shows a menu beside `anchor`, or at a `box`; whatever is chosen closes it. `onToggle` hears whether it is open. */
export function openMenu(label, content, anchor, box, onToggle = () => {}) {
  document.querySelector('.menu')?.hidePopover();
  const menu = el('div', { class: 'popup menu', role: 'menu', 'aria-label': label }, content);
  menu.addEventListener('click', event => event.target.closest('[role="menuitem"]') && menu.hidePopover());
  const items = [...menu.querySelectorAll('[role="menuitem"]:not(:disabled)')];
  show(menu, items, items[0], anchor, box, onToggle);
}

/** Shows a menu of which one item is chosen: `choices` are `{content, isChosen, choose}`. */
export function openChoices(label, anchor, choices) {
  const items = choices.map(({ content, isChosen, choose }) => el('button', {
    class: 'select-option',
    type: 'button',
    role: 'menuitemradio',
    tabindex: -1,
    'aria-checked': String(isChosen),
    onclick: () => {
      menu.hidePopover();
      choose();
    },
  }, content, icon('check', 'icon tick')));
  const menu = el('div', { class: 'popup', role: 'menu', 'aria-label': label }, items);
  show(menu, items, items[choices.findIndex(choice => choice.isChosen)], anchor, undefined, isOpen => anchor.setAttribute('aria-expanded', String(isOpen)));
}

function show(menu, items, focused, anchor, box, onToggle) {
  menu.addEventListener('keydown', event => {
    moveFocus(event, items);
    if (event.key === 'Tab') menu.hidePopover();
  });
  menu.addEventListener('toggle', event => {
    onToggle(event.newState === 'open');
    if (event.newState === 'closed') menu.remove();
  });
  openPopup(menu, anchor, box);
  focused?.focus();
}

export const menuItem = (label, drawing, onclick, disabled = false) =>
  el('button', { class: 'select-option', type: 'button', role: 'menuitem', tabindex: -1, disabled, onclick },
    el('span', { class: 'select-text' }, label), icon(drawing));

/** The bot's own commands in a menu, if it has any for that. */
export function appItems(commands, run) {
  if (commands.length === 0) return null;
  return el('div', { role: 'group', 'aria-label': 'Apps' },
    el('div', { class: 'menu-title', 'aria-hidden': 'true' }, 'Apps'),
    commands.map(command => el('button', { class: 'select-option', type: 'button', role: 'menuitem', tabindex: -1, onclick: () => run(command.name) },
      avatar(bot(), 'small'),
      el('span', { class: 'select-text' }, el('span', {}, commandName(command)), el('span', { class: 'quiet' }, displayName(bot()))))),
    el('hr', { class: 'separator' }));
}

/** Where the browser allows no clipboard, nothing is copied. */
export const copy = text => navigator.clipboard?.writeText(text).catch(() => {});

/** Where a pointer is, as a box without a size. */
export const pointOf = event => new DOMRect(event.clientX, event.clientY, 0, 0);
