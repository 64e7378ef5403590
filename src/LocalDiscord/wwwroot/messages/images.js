import { el, externalLink, webAddress } from '../dom.js';

/** The address to load an image from: on the web, inline, on this server, or one of the message's own files. */
export function imageAddress(url, attachments = []) {
  const name = /^attachment:\/\/(.+)$/.exec(url ?? '')?.[1];
  if (name) return imageAddress(attachments.find(file => file.filename === name)?.url);
  if (/^data:image\//.test(url ?? '') || /^\/(?!\/)/.test(url ?? '')) return url;
  return ownFile(url) ?? webAddress(url);
}

/** A file that this server keeps, wherever it listened when the file was sent. */
function ownFile(url) {
  if (!URL.canParse(url ?? '')) return null;
  const { hostname, pathname, search } = new URL(url);
  return /^(?:127\.0\.0\.1|localhost)$/.test(hostname) && pathname.startsWith('/attachments/') ? pathname + search : null;
}

/** An image that takes no room until it has arrived; one that never arrives calls `onMissing` and leaves nothing behind. */
export function image(address, attributes = {}, onMissing = node => node.remove()) {
  const node = el('img', {
    alt: '',
    ...attributes,
    referrerpolicy: 'no-referrer',
    decoding: 'async',
    onload: () => node.classList.remove('arriving'),
    onerror: () => onMissing(node),
  });
  node.classList.add('arriving');
  node.src = address;
  return node;
}

/** A picture that opens in full in a new tab, described by `description` when the bot gave one. */
export function picture(address, className, description) {
  const frame = externalLink(address, { class: `picture ${className}`, 'aria-label': description || 'Open the image', title: description || null });
  frame.append(image(address, { alt: description ?? '' }, () => frame.remove()));
  return frame;
}

/** What may give something away stays covered until it is clicked. */
export function hidden(isSpoiler, node) {
  if (!isSpoiler || !node) return node;
  const cover = el('button', { class: 'cover', type: 'button' }, el('span', {}, 'Spoiler'));
  const frame = el('div', { class: 'covered' }, node, cover);
  node.inert = true;
  cover.addEventListener('click', () => {
    node.inert = false;
    frame.classList.remove('covered');
    cover.remove();
  });
  return frame;
}
