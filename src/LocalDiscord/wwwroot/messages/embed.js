import { el, externalLink, webAddress } from '../dom.js';
import { image, imageAddress, picture } from './images.js';
import { inlineMarkdown, markdown } from '../markdown/markdown.js';
import { initials } from '../avatar.js';
import { dayAndTime } from '../time.js';

/** One of a message's embeds. `message` gives the people and files that it may refer to. */
export function embed(data, message) {
  const { attachments, mentions } = message;
  const thumbnail = imageAddress(data.thumbnail?.url, attachments);
  const large = imageAddress(data.image?.url, attachments);

  const node = el('section', { class: 'embed', 'aria-label': data.title ? null : 'Embed' },
    el('div', { class: 'embed-grid' },
      el('div', { class: 'embed-text' },
        data.author && author(data.author, attachments),
        data.title && title(data, mentions),
        data.description && el('div', { class: 'embed-description markup' }, markdown(data.description, mentions)),
        data.fields?.length > 0 && fields(data.fields, thumbnail ? 2 : 3, mentions)),
      thumbnail && picture(thumbnail, 'thumbnail', data.thumbnail.description),
      large && picture(large, 'large', data.image.description),
      (data.footer || data.timestamp) && footer(data, attachments)));
  if (data.color != null) node.style.borderInlineStartColor = hexColour(data.color);
  return node;
}

export const hexColour = number => `#${number.toString(16).padStart(6, '0')}`;

function author({ name, url, icon_url: iconUrl }, attachments) {
  const href = webAddress(url);
  return el('div', { class: 'embed-author' },
    iconUrl && outletIcon(imageAddress(iconUrl, attachments), name),
    href ? externalLink(href, {}, name) : el('span', {}, name));
}

/** While the icon is away, the first letters of the name stand in for it. */
function outletIcon(address, name) {
  const disc = el('span', { class: 'embed-icon', 'aria-hidden': 'true' }, initials(name).slice(0, 1));
  if (address) {
    const icon = image(address, { class: 'embed-icon-image' });
    icon.addEventListener('load', () => disc.classList.add('arrived'));
    disc.append(icon);
  }
  return disc;
}

function title({ title, url }, people) {
  const href = webAddress(url);
  const content = inlineMarkdown(title, people);
  return el('div', { class: 'embed-title' }, href ? externalLink(href, {}, content) : content);
}

/** Inline fields share a row, at most `perRow` of them; the others stand alone. */
function fields(all, perRow, people) {
  const rows = [];
  for (const field of all) {
    const row = rows.at(-1);
    if (field.inline && row?.[0].inline && row.length < perRow) row.push(field);
    else rows.push([field]);
  }
  return el('dl', { class: 'embed-fields' }, rows.flatMap(row => row.map(field =>
    el('div', { class: `embed-field of-${row.length}` },
      el('dt', {}, inlineMarkdown(field.name, people)),
      el('dd', { class: 'markup' }, markdown(field.value, people))))));
}

function footer({ footer, timestamp }, attachments) {
  const icon = imageAddress(footer?.icon_url, attachments);
  const moment = timestamp && dayAndTime(new Date(timestamp));
  return el('div', { class: 'embed-footer' },
    icon && image(icon, { class: 'footer-icon' }),
    [footer?.text, moment].filter(Boolean).join(' • '));
}
