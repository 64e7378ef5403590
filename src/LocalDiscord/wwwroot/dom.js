/**
 * Builds an element. A function becomes a listener, `class` a class name, `true` an empty attribute;
 * null and false leave the attribute out. Strings among the children become text, never markup.
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value == null || value === false) continue;
    if (typeof value === 'function') node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat().filter(child => child != null && child !== false));
  return node;
}

export const byId = id => document.getElementById(id);

let lastId = 0;
export const freshId = prefix => `${prefix}-${++lastId}`;

/** The address when it is an http or https one, otherwise null. */
export function webAddress(text) {
  if (!/^https?:\/\//i.test(text ?? '') || !URL.canParse(text)) return null;
  return new URL(text).href;
}

export const externalLink = (href, attributes, ...children) =>
  el('a', { ...attributes, href, target: '_blank', rel: 'noopener noreferrer' }, ...children);
