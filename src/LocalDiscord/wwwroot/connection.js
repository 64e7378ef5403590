import { byId } from './dom.js';

/** Says above the messages what is wrong with the way to the server; null when nothing is. */
export function showConnection(text) {
  byId('connection').textContent = text ?? '';
  byId('connection').hidden = text === null;
}
