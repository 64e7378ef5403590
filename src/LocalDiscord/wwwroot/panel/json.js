import { el } from '../dom.js';

const token = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

/** JSON as a person reads it: indented, names and values in colours of their own. */
export function jsonNode(json) {
  const text = JSON.stringify(json, null, 2);
  const code = el('code', { class: 'json' });
  let at = 0;
  for (const match of text.matchAll(token)) {
    code.append(text.slice(at, match.index), el('span', { class: kindOf(match) }, match[1] ?? match[0]), match[2] ?? '');
    at = match.index + match[0].length;
  }
  code.append(text.slice(at));
  return code;
}

function kindOf([, string, colon]) {
  if (colon) return 'json-name';
  return string ? 'json-string' : 'json-other';
}
