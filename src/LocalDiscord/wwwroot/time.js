import { locale } from './locale.js';

const english = navigator.languages.find(language => language.startsWith('en')) ?? 'en-GB';
const format = options => new Intl.DateTimeFormat(english, options);

const clock = format({ hour: '2-digit', minute: '2-digit' });
const numericDate = format({ day: '2-digit', month: '2-digit', year: 'numeric' });
const longDate = format({ day: 'numeric', month: 'long', year: 'numeric' });
const fullDate = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' });

/** The styles of Discord's `<t:seconds:style>`. */
const styles = {
  t: clock,
  T: format({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
  d: numericDate,
  D: longDate,
  f: format({ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
  F: fullDate,
  s: format({ dateStyle: 'short', timeStyle: 'short' }),
  S: format({ dateStyle: 'short', timeStyle: 'medium' }),
};

const relative = {};
const units = [['year', 31_536_000], ['month', 2_592_000], ['day', 86_400], ['hour', 3600], ['minute', 60], ['second', 1]];

function relativeText(date) {
  const seconds = Math.round((date - Date.now()) / 1000);
  const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  // In the person's language, since it stands within what the bot writes in that.
  relative[locale] ??= new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  return relative[locale].format(Math.trunc(seconds / size), unit);
}

/** A `<time>` in one of Discord's styles; style R keeps itself up to date. */
export function timestamp(date, style = 'f') {
  const node = document.createElement('time');
  node.className = 'timestamp';
  node.dateTime = date.toISOString();
  node.title = fullDate.format(date);
  if (style === 'R') node.dataset.relative = '';
  node.textContent = style === 'R' ? relativeText(date) : (styles[style] ?? styles.f).format(date);
  return node;
}

/** The time beside an author's name. */
export function messageTime(date) {
  const node = document.createElement('time');
  node.dateTime = date.toISOString();
  node.title = fullDate.format(date);
  node.textContent = dayAndTime(date);
  return node;
}

export function dayAndTime(date) {
  const days = daysAgo(date);
  if (days === 0) return `Today at ${clock.format(date)}`;
  if (days === 1) return `Yesterday at ${clock.format(date)}`;
  return `${numericDate.format(date)}, ${clock.format(date)}`;
}

function daysAgo(date) {
  const midnight = moment => new Date(moment.getFullYear(), moment.getMonth(), moment.getDate());
  return Math.round((midnight(new Date()) - midnight(date)) / 86_400_000);
}

export const clockWithSeconds = date => styles.T.format(date);
export const clockTime = date => clock.format(date);
export const dayName = date => longDate.format(date);

setInterval(() => {
  for (const node of document.querySelectorAll('time[data-relative]')) {
    const text = relativeText(new Date(node.dateTime));
    // Changing the text node itself is no "addition", so a screen reader stays quiet.
    if (node.firstChild.data !== text) node.firstChild.data = text;
  }
}, 1000);
