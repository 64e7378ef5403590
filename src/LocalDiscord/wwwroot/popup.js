/**
 * Shows `panel` in the top layer beside `anchor`, or beside a `box` in its stead: below it, or above where there is
 * more room. The browser closes it on Escape and on a click elsewhere.
 */
export function openPopup(panel, anchor, box = anchor.getBoundingClientRect()) {
  panel.popover = 'auto';
  anchor.closest('dialog, .user-panel, .main').append(panel);
  panel.showPopover();

  const edge = 8;
  const below = innerHeight - box.bottom - edge;
  const above = box.top - edge;
  const downwards = below >= Math.min(panel.scrollHeight, 320) || below >= above;
  panel.style.setProperty('--anchor-width', `${box.width}px`);
  panel.style.maxHeight = `${Math.min(320, (downwards ? below : above) - 4)}px`;
  panel.style.left = `${Math.max(edge, Math.min(box.left, innerWidth - panel.offsetWidth - edge))}px`;
  panel.style.top = downwards ? `${box.bottom + 4}px` : `${box.top - 4 - panel.offsetHeight}px`;
}

/** Moves the focus among `items` by the arrow keys, Home and End; answers whether the key was one of them. */
export function moveFocus(event, items) {
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  const current = items.indexOf(document.activeElement);
  let next;
  if (event.key in steps) next = current < 0 ? 0 : (current + steps[event.key] + items.length) % items.length;
  else if (event.key === 'Home') next = 0;
  else if (event.key === 'End') next = items.length - 1;
  else return false;
  event.preventDefault();
  items[next]?.focus();
  return true;
}
