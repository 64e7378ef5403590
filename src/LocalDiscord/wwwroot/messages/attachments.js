import { el, externalLink } from '../dom.js';
import { icon } from '../icons.js';
import { hidden, imageAddress, picture } from './images.js';

const componentsV2 = 32768;

/** Files that no embed and no component shows already: images as pictures, others as cards. */
export function attachments(message) {
  const used = JSON.stringify([message.embeds ?? [], message.components ?? []]);
  // With these components, a file is shown where one of them says so, or not at all.
  if (message.flags & componentsV2) return [];
  return (message.attachments ?? [])
    .filter(attachment => !used.includes(`attachment://${attachment.filename}`) && !used.includes(`"${attachment.url}"`))
    .map(attachment => hidden(attachment.filename.startsWith('SPOILER_'), attachmentNode(attachment)));
}

function attachmentNode({ filename, url, content_type: type, description, size }) {
  const address = imageAddress(url);
  const isImage = type?.startsWith('image/') || /\.(png|jpe?g|gif|webp)$/i.test(filename);
  return isImage && address ? picture(address, 'large', description) : fileCard(filename, address, size);
}

export function fileCard(name, address, size) {
  return el('div', { class: 'file-card' },
    icon('file'),
    el('div', {},
      address ? externalLink(address, {}, name) : el('span', {}, name),
      size != null && el('div', { class: 'quiet' }, sizeText(size))));
}

function sizeText(bytes) {
  if (bytes < 1024) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
