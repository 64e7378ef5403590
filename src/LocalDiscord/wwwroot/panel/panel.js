import { byId, el } from '../dom.js';
import { icon } from '../icons.js';
import { callsView, loadCalls } from './calls.js';
import { faultsView } from './faults.js';

const key = 'sandbox.panel';
const shortcut = 'Alt+P';

const panel = byId('panel');
const opener = byId('open-panel');
const covers = matchMedia('(max-width: 1100px)');

const views = [
  { name: 'calls', title: 'Calls', node: callsView() },
  { name: 'faults', title: 'Faults', node: faultsView() },
];

/** The bot's calls, and faults to test it with. The page remembers which view was open. */
export function startPanel() {
  panel.append(
    el('header', { class: 'panel-head' },
      el('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Views', onkeydown: stepTab }, views.map(tab)),
      el('button', { class: 'icon-button', type: 'button', 'aria-label': 'Close the panel', title: `Close (${shortcut})`, onclick: close }, icon('close'))),
    ...views.map(({ name, node }) => el('div', { class: 'panel-view', id: `view-${name}`, role: 'tabpanel', 'aria-labelledby': `tab-${name}` }, node)));
  opener.title = `Calls and faults (${shortcut})`;
  opener.setAttribute('aria-keyshortcuts', shortcut);
  opener.addEventListener('click', toggle);
  panel.addEventListener('keydown', event => event.key === 'Escape' && !event.defaultPrevented && close());
  document.addEventListener('keydown', event => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyP') return;
    event.preventDefault();
    toggle();
  });
  // On narrow windows it would cover the messages, so it starts closed.
  show(covers.matches ? null : remembered()?.open);
  loadCalls();
}

function tab({ name, title }) {
  return el('button', {
    class: 'tab',
    id: `tab-${name}`,
    type: 'button',
    role: 'tab',
    'aria-controls': `view-${name}`,
    onclick: () => show(name),
  }, title);
}

function stepTab(event) {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
  const other = views.find(({ name }) => name !== remembered().last);
  show(other.name);
  byId(`tab-${other.name}`).focus();
}

const remembered = () => JSON.parse(localStorage.getItem(key) ?? 'null');

function toggle() {
  if (panel.hidden) show(remembered()?.last ?? 'calls');
  else close();
}

function close() {
  const hadFocus = panel.contains(document.activeElement);
  show(null);
  if (hadFocus) opener.focus();
}

/** Shows one of the views, or none for null. */
function show(name) {
  panel.hidden = !name;
  opener.setAttribute('aria-expanded', String(!panel.hidden));
  if (!covers.matches || name) localStorage.setItem(key, JSON.stringify({ open: name ?? null, last: name ?? remembered()?.last }));
  if (!name) return;
  for (const view of views) {
    const isShown = view.name === name;
    byId(`view-${view.name}`).hidden = !isShown;
    byId(`tab-${view.name}`).setAttribute('aria-selected', String(isShown));
    byId(`tab-${view.name}`).tabIndex = isShown ? 0 : -1;
  }
}
