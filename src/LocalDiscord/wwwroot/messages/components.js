import { el, externalLink, webAddress } from '../dom.js';
import { icon } from '../icons.js';
import { hidden, imageAddress, picture } from './images.js';
import { emojiText } from '../markdown/emoji.js';
import { hexColour } from './embed.js';
import { fileCard } from './attachments.js';
import { interact } from './interaction.js';
import { markdown } from '../markdown/markdown.js';
import { selectMenu } from '../forms/select-menu.js';

/**
 * A message's components, by Discord's type numbers. Those that a person can use send an `interact` event up the page,
 * with the request that the interaction is.
 */
export function components(all, message) {
  return all.map(component => draw(component, message)).filter(Boolean);
}

const drawings = {
  1: row,
  2: button,
  3: select,
  5: select,
  6: select,
  7: select,
  8: select,
  9: section,
  10: textDisplay,
  11: thumbnail,
  12: gallery,
  13: file,
  14: separator,
  17: container,
};

const draw = (component, message) => drawings[component.type]?.(component, message);

function row(component, message) {
  return el('div', { class: 'component-row' }, components(component.components, message));
}

const buttonStyles = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'secondary' };

function button(component, message) {
  const content = [
    component.emoji && el('span', { class: 'emoji' }, emojiText(component.emoji)),
    component.label && el('span', {}, component.label),
  ];
  const className = `button ${buttonStyles[component.style] ?? 'secondary'}`;

  if (component.style === 5) {
    const href = component.disabled ? null : webAddress(component.url);
    return href
      ? externalLink(href, { class: className }, ...content, icon('external'))
      : el('button', { class: className, type: 'button', disabled: true }, ...content, icon('external'));
  }

  const press = event => interact(event.currentTarget, { press: { message: message.id, custom_id: component.custom_id } });
  return el('button', {
    class: className,
    type: 'button',
    disabled: component.disabled,
    'data-custom-id': component.custom_id,
    onclick: press,
  }, el('span', { class: 'button-content' }, ...content), el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i')));
}

function select(component, message) {
  const { custom_id } = component;
  const { node } = selectMenu(component, values => interact(node, { select: { message: message.id, custom_id, values } }));
  return node;
}

function section(component, message) {
  return el('div', { class: 'section' },
    el('div', { class: 'section-text' }, components(component.components, message)),
    component.accessory && draw(component.accessory, message));
}

function textDisplay(component, message) {
  return el('div', { class: 'markup' }, markdown(component.content, message.mentions));
}

function thumbnail(component, message) {
  const address = imageAddress(component.media.url, message.attachments);
  return address && hidden(component.spoiler, picture(address, 'thumbnail', component.description));
}

function gallery(component, message) {
  const pictures = component.items.map(item => {
    const address = imageAddress(item.media.url, message.attachments);
    return address && hidden(item.spoiler, picture(address, 'gallery-item', item.description));
  });
  return el('div', { class: 'gallery' }, pictures);
}

function file(component, message) {
  const name = component.name || component.file.url.replace(/^.*\//, '');
  const address = imageAddress(component.file.url, message.attachments);
  const attachment = message.attachments?.find(other => other.filename === name);
  return hidden(component.spoiler, fileCard(name, address, component.size ?? attachment?.size));
}

function separator(component) {
  return el('hr', { class: `separator ${component.spacing === 2 ? 'wide' : ''} ${component.divider === false ? 'blank' : ''}` });
}

function container(component, message) {
  const node = el('section', { class: 'container' }, components(component.components, message));
  if (component.accent_color != null) node.style.borderInlineStartColor = hexColour(component.accent_color);
  return hidden(component.spoiler, node);
}
