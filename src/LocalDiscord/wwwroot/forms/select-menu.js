import { el, freshId } from '../dom.js';
import { icon } from '../icons.js';
import { openPopup, moveFocus } from '../popup.js';
import { emojiText } from '../markdown/emoji.js';
import { optionsOf } from './options.js';

/**
 * A select menu: a button that opens a listbox. `onChosen(values)` is called at once for one value, for several when
 * the list closes. `values()` tells what is chosen.
 */
export function selectMenu(component, onChosen = () => {}) {
  const options = optionsOf(component);
  const most = component.max_values ?? 1;
  const least = component.min_values ?? 1;
  const isMultiple = most > 1;
  const chosen = new Set(options.filter(option => option.default).map(option => option.value));
  let told = [...chosen].join();

  const label = el('span', { class: 'select-label' });
  const toggle = el('button', {
    class: 'select',
    type: 'button',
    disabled: component.disabled,
    'data-custom-id': component.custom_id,
    'aria-haspopup': 'listbox',
    'aria-expanded': 'false',
    onclick: open,
    onkeydown: event => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      open();
    },
  }, label, icon('chevron'));
  describe();
  return { node: toggle, values: () => options.map(option => option.value).filter(value => chosen.has(value)) };

  function describe() {
    const names = options.filter(option => chosen.has(option.value)).map(option => option.label);
    label.textContent = names.join(', ') || component.placeholder || 'Make a selection';
    label.classList.toggle('placeholder', names.length === 0);
  }

  function open() {
    const list = el('div', {
      class: 'popup select-list',
      role: 'listbox',
      id: freshId('list'),
      'aria-label': component.placeholder ?? 'Options',
      'aria-multiselectable': isMultiple ? 'true' : null,
    }, options.map(optionNode));
    const nodes = [...list.children];

    list.addEventListener('keydown', event => {
      if (moveFocus(event, nodes) || findByLetter(event, nodes)) return;
      if (event.key === 'Tab') list.hidePopover();
    });
    list.addEventListener('toggle', event => {
      if (event.newState !== 'closed') return;
      toggle.setAttribute('aria-expanded', 'false');
      list.remove();
      if (isMultiple) tell();
    });
    toggle.setAttribute('aria-expanded', 'true');
    openPopup(list, toggle);
    (nodes.find(node => node.getAttribute('aria-selected') === 'true') ?? nodes[0])?.focus();

    function optionNode(option) {
      return el('button', {
        class: 'select-option',
        type: 'button',
        role: 'option',
        tabindex: -1,
        'aria-selected': String(chosen.has(option.value)),
        onclick: () => pick(option),
      },
      option.emoji && el('span', { class: 'emoji' }, emojiText(option.emoji)),
      option.icon,
      el('span', { class: 'select-text' },
        el('span', {}, option.label),
        option.description && el('span', { class: 'quiet' }, option.description)),
      icon('check', 'icon tick'));
    }

    function pick(option) {
      choose(option.value);
      describe();
      if (isMultiple) {
        for (const [at, node] of nodes.entries()) node.setAttribute('aria-selected', String(chosen.has(options[at].value)));
      } else {
        list.hidePopover();
        tell();
      }
    }
  }

  /** What may be left out is taken back by choosing it again. */
  function choose(value) {
    if (chosen.has(value)) {
      if (isMultiple || least === 0) chosen.delete(value);
    } else {
      if (!isMultiple) chosen.clear();
      if (chosen.size < most) chosen.add(value);
    }
  }

  function tell() {
    const values = [...chosen];
    if (values.length < least || (isMultiple && values.join() === told)) return;
    told = values.join();
    onChosen(values);
  }
}

function findByLetter(event, nodes) {
  if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey) return false;
  const current = nodes.indexOf(document.activeElement);
  const fromHere = [...nodes.slice(current + 1), ...nodes.slice(0, current + 1)];
  const letter = event.key.toLowerCase();
  fromHere.find(node => node.querySelector('.select-text').textContent.toLowerCase().startsWith(letter))?.focus();
  return true;
}
