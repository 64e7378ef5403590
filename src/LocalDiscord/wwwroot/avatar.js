import { el } from './dom.js';
import { displayName, pictureOf } from './guild.js';

const colours = 8;

/** A disc with a person's picture, or else with their initials, its colour drawn from the id, so that it stays the same everywhere. */
export function avatar(user, size = 'medium') {
  const name = displayName(user);
  const picture = pictureOf(user);
  if (picture) return el('img', { class: `avatar ${size}`, src: picture, alt: '' });
  return el('span', { class: `avatar ${size} colour-${hash(user.id ?? name) % colours}`, 'aria-hidden': 'true' }, initials(name));
}

export function initials(name) {
  const words = name.split(/[\s_.-]+/).filter(Boolean);
  return words.slice(0, 2).map(word => [...word][0].toUpperCase()).join('');
}

function hash(text) {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + character.codePointAt(0)) >>> 0;
  return sum;
}
