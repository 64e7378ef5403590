import { el } from '../dom.js';
import { icon } from '../icons.js';
import { copy } from '../menu.js';
import { clockWithSeconds } from '../time.js';
import { jsonNode } from './json.js';

/** One call of the bot's: a line that opens to what was asked and answered. */
export function callNode(call) {
  const { at, method, route, path, status, milliseconds } = call;
  const node = el('details', { class: 'call' },
    el('summary', {},
      el('span', { class: 'call-line' },
        el('span', { class: `method is-${method.toLowerCase()}` }, method),
        el('span', { class: 'call-route' }, breakable(route ?? path)),
        el('span', { class: `call-status ${kindOf(status)}`, title: meanings[status] }, status === 0 ? 'lost' : String(status))),
      el('span', { class: 'call-when quiet' },
        el('time', { datetime: at }, clockWithSeconds(new Date(at))),
        el('span', {}, duration(milliseconds)))));
  // Most are never opened, and some are long.
  node.addEventListener('toggle', () => node.open && node.childElementCount === 1 && node.append(details(call)));
  return node;
}

/** A path may break before any of its slashes, and nowhere else. */
const breakable = path => path.split(/(?=\/)/).flatMap(part => [el('wbr'), part]);

const meanings = {
  200: 'OK', 201: 'Created', 204: 'No Content', 304: 'Not Modified',
  400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed', 429: 'Too Many Requests',
  500: 'Internal Server Error', 502: 'Bad Gateway', 503: 'Service Unavailable', 504: 'Gateway Timeout',
};

function kindOf(status) {
  if (status === 429) return 'limited';
  return status >= 200 && status < 400 ? 'fine' : 'wrong';
}

const duration = milliseconds => (milliseconds < 1000 ? `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms` : `${(milliseconds / 1000).toFixed(2)} s`);

function details({ method, path, request, response }) {
  return el('div', { class: 'call-details' },
    el('div', { class: 'call-path' }, el('code', {}, `${method} ${path}`), copyButton('the address', () => path)),
    part('Request', request),
    part('Response', response));
}

function part(title, json) {
  return el('section', {},
    el('header', {}, el('h3', {}, title), json != null && copyButton(`the ${title.toLowerCase()}`, () => JSON.stringify(json, null, 2))),
    json == null ? el('p', { class: 'quiet' }, 'No JSON.') : el('pre', { tabindex: 0 }, jsonNode(json)));
}

function copyButton(what, text) {
  const button = el('button', { class: 'icon-button small', type: 'button', 'aria-label': `Copy ${what}`, title: `Copy ${what}` }, icon('copy'));
  button.addEventListener('click', async () => {
    await copy(text());
    button.replaceChildren(icon('check'));
    setTimeout(() => button.replaceChildren(icon('copy')), 1200);
  });
  return button;
}
