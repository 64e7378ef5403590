import { el, freshId } from '../dom.js';
import { channelIcon, icon } from '../icons.js';
import { openPopup, moveFocus } from '../popup.js';
import { emojiText } from '../markdown/emoji.js';
import { interact } from './interaction.js';
import { bot, channels, displayName, here, isCategory } from '../guild.js';

/**
 * A select menu: a button that opens a listbox. One value is sent at once, several when the list closes.
 */
export function select(component, message) {
  const options = optionsOf(component);
  const most = component.max_values ?? 1;
  const least = component.min_values ?? 1;
  const chosen = new Set(options.filter(option => option.default).map(option => option.value));
  let sent = [...chosen].join();

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
  return toggle;

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
      'aria-multiselectable': most > 1 ? 'true' : null,
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
      if (most > 1) send();
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
        onclick: event => pick(option, event.currentTarget),
      },
      option.emoji && el('span', { class: 'emoji' }, emojiText(option.emoji)),
      option.icon,
      el('span', { class: 'select-text' },
        el('span', {}, option.label),
        option.description && el('span', { class: 'quiet' }, option.description)),
      icon('check', 'icon tick'));
    }

    function pick(option, node) {
      if (most === 1) {
        chosen.clear();
        chosen.add(option.value);
        list.hidePopover();
        send();
      } else {
        if (chosen.has(option.value)) chosen.delete(option.value);
        else if (chosen.size < most) chosen.add(option.value);
        node.setAttribute('aria-selected', String(chosen.has(option.value)));
      }
      describe();
    }
  }

  function send() {
    const values = [...chosen];
    if (values.length < least || (most > 1 && values.join() === sent)) return;
    sent = values.join();
    interact(toggle, { select: { message: message.id, custom_id: component.custom_id, values } });
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

const users = () => [...here.guild.users, bot()].map(user => ({ label: displayName(user), value: user.id, icon: icon('user') }));
const roles = () => (here.guild.roles ?? []).map(role => ({ label: role.name, value: role.id }));

/** What can be chosen: the bot's own options, or the server's users, roles or channels. */
export function optionsOf(component) {
  switch (component.type) {
    case 3: return component.options;
    case 5: return withDefaults(users(), component);
    case 6: return withDefaults(roles(), component);
    case 7: return withDefaults([...users(), ...roles()], component);
    default: return withDefaults(channelOptions(component.channel_types), component);
  }
}

const channelOptions = types => channels()
  .filter(channel => (types?.length > 0 ? types.includes(channel.type) : !isCategory(channel)))
  .map(channel => ({ label: channel.name, value: channel.id, icon: channelIcon(channel.type) }));

function withDefaults(options, { default_values: defaults = [] }) {
  return options.map(option => ({ ...option, default: defaults.some(value => value.id === option.value) }));
}
