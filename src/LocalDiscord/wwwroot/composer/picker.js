import { el } from '../dom.js';
import { nothing } from './suggestions.js';

/** The list of suggestions above the composer's `input`, which keeps the focus; `onPick(item)` takes what was picked. */
export function createPicker(input, onPick) {
  const title = el('div', { class: 'picker-title' });
  const list = el('div', { class: 'picker-list', id: 'picker-list', role: 'listbox', tabindex: 0, 'aria-label': 'Suggestions' });
  const keepFocus = event => event.preventDefault();
  const panel = el('div', { class: 'picker', hidden: true, onmousedown: keepFocus }, title, list);
  const count = el('div', { class: 'visually-hidden', role: 'status' });

  let items = [];
  let active = -1;
  let moved = false;

  return {
    node: el('div', {}, panel, count),
    isOpen: () => !panel.hidden,
    close: () => show(nothing),
    wasMoved: () => moved,
    pickActive: () => pick(active),
    pickActiveOrFirst: () => pick(Math.max(active, 0)),
    show,
    step,
  };

  function show(suggestions) {
    items = suggestions.items;
    moved = false;
    title.textContent = suggestions.title;
    list.replaceChildren(...items.map(optionNode));
    panel.hidden = items.length === 0 && !suggestions.isNotice;
    count.textContent = items.length > 0 ? `${items.length} suggestions` : '';
    setActive(suggestions.active);
  }

  function optionNode(item, index) {
    return el('div', {
      class: 'suggestion',
      role: 'option',
      id: `suggestion-${index}`,
      onclick: () => onPick(item),
      onpointermove: () => index !== active && setActive(index),
    },
    item.picture,
    el('span', { class: 'suggestion-text' },
      el('span', { class: 'suggestion-label' }, item.label, (item.names ?? []).map(name => el('span', { class: 'chip' }, name))),
      item.detail && el('span', { class: 'quiet' }, item.detail)));
  }

  function setActive(index) {
    active = index;
    for (const [at, node] of [...list.children].entries()) node.setAttribute('aria-selected', String(at === index));
    const node = list.children[index];
    node?.scrollIntoView({ block: 'nearest' });
    if (node) input.setAttribute('aria-activedescendant', node.id);
    else input.removeAttribute('aria-activedescendant');
  }

  /** Moves the choice by an arrow key, round the ends; answers whether there was anything to choose from. */
  function step(by) {
    const { length } = items;
    if (length === 0) return false;
    moved = true;
    setActive(active < 0 ? (by > 0 ? 0 : length - 1) : (active + by + length) % length);
    return true;
  }

  function pick(index) {
    const item = items[index];
    if (item) onPick(item);
    return item !== undefined;
  }
}
