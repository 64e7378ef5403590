import { byId } from '../dom.js';

/** What the list of channels becomes on a narrow window: it slides in over the messages. */
const drawer = byId('drawer');
const list = byId('channels');
const scrim = byId('scrim');
const opener = byId('open-drawer');
const narrow = matchMedia('(max-width: 700px)');

function setDrawer(open) {
  const covers = narrow.matches && open;
  drawer.classList.toggle('open', covers);
  drawer.inert = narrow.matches && !open;
  byId('main').inert = covers;
  scrim.hidden = !covers;
  opener.setAttribute('aria-expanded', String(covers));
}

export function closeDrawer() {
  if (!drawer.classList.contains('open')) return;
  setDrawer(false);
  opener.focus();
}

opener.addEventListener('click', () => {
  setDrawer(true);
  (list.querySelector('[aria-current]') ?? list.querySelector('a'))?.focus();
});
scrim.addEventListener('click', closeDrawer);
drawer.addEventListener('keydown', event => event.key === 'Escape' && !drawer.querySelector(':popover-open') && closeDrawer());
list.addEventListener('click', event => event.target.closest('a') && closeDrawer());
narrow.addEventListener('change', () => setDrawer(false));
setDrawer(false);
