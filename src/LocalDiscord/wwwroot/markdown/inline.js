import { el, externalLink, webAddress } from '../dom.js';
import { angleContent, mention, messageMention, messagePlace } from './mentions.js';

/**
 * In the order in which they are tried at each place of the text. A rule gets the text, the place and the context,
 * and answers `[node, end]`, or nothing if it does not apply there.
 */
const rules = [escape, code, angle, maskedLink, bareLink, spoiler, emphasis, broadcast];
const mayStartARule = /[\\`<[h|*_~@\n]/;

/** A stretch of text with its emphasis, links and mentions. `context` is `{people, links}`. */
export function inline(text, context) {
  const out = document.createDocumentFragment();
  let plain = '';
  const endPlain = () => {
    if (plain) out.append(plain);
    plain = '';
  };

  let at = 0;
  while (at < text.length) {
    const found = mayStartARule.test(text[at]) && firstFound(text, at, context);
    if (found) {
      endPlain();
      out.append(found[0]);
      at = found[1];
    } else {
      plain += text[at++];
    }
  }
  endPlain();
  return out;
}

function firstFound(text, at, context) {
  if (text[at] === '\n') return [el('br'), at + 1];
  for (const rule of rules) {
    const found = rule(text, at, context);
    if (found) return found;
  }
  return null;
}

function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function escape(text, at) {
  const match = matchAt(/\\([^0-9A-Za-z\s])/uy, text, at);
  return match && [match[1], at + match[0].length];
}

/** A run of backticks up to the next run of the same length. */
function code(text, at) {
  if (text[at] !== '`') return null;
  const size = runLength(text, at, '`');
  let end = text.indexOf('`', at + size);
  while (end >= 0) {
    const run = runLength(text, end, '`');
    if (run === size) return [el('code', {}, text.slice(at + size, end).trim()), end + run];
    end = text.indexOf('`', end + run);
  }
  return null;
}

function angle(text, at, context) {
  const match = matchAt(/<([^<>\n]+)>/y, text, at);
  const node = match && angleContent(match[1], context);
  return node && [node, at + match[0].length];
}

/** `[label](address)`, whose label may hold escaped brackets and whose address balanced parentheses. */
function maskedLink(text, at, context) {
  if (text[at] !== '[' || !context.links) return null;
  const labelEnd = closingBracket(text, at + 1);
  if (labelEnd <= at + 1 || text[labelEnd + 1] !== '(') return null;
  const match = matchAt(/\(\s*<?((?:\\.|\([^\s()]*\)|[^\s()\\>])+)>?(?:\s+(?:"([^"]*)"|'([^']*)'))?\s*\)/y, text, labelEnd + 1);
  const href = match && webAddress(match[1].replace(/\\(.)/g, '$1'));
  if (!href) return null;
  const label = inline(text.slice(at + 1, labelEnd), { ...context, links: false });
  return [link(href, { title: match[2] ?? match[3] ?? href }, label), labelEnd + 1 + match[0].length];
}

/** What leads to a message of Discord's leads to it on this page. */
function link(href, attributes, label) {
  const place = messagePlace(href);
  return place ? el('a', { ...attributes, href: place.hash }, label) : externalLink(href, attributes, label);
}

function closingBracket(text, from) {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '[') depth++;
    else if (text[at] === ']' && --depth === 0) return at;
  }
  return -1;
}

function bareLink(text, at, context) {
  const match = context.links && matchAt(/https?:\/\/[^\s<]+[^\s<.,:;"'!?\]*_~|]/y, text, at);
  if (!match) return null;
  let address = match[0];
  while (address.endsWith(')') && count(address, ')') > count(address, '(')) address = address.slice(0, -1);
  const href = webAddress(address);
  return href && [messageMention(href) ?? externalLink(href, {}, address), at + address.length];
}

const count = (text, character) => text.split(character).length - 1;

function spoiler(text, at, context) {
  if (!text.startsWith('||', at)) return null;
  const end = closing(text, at + 2, '||');
  if (end <= at + 2) return null;
  return [coveredSpoiler(inline(text.slice(at + 2, end), context)), end + 2];
}

function coveredSpoiler(content) {
  const node = el('span', { class: 'spoiler', role: 'button', tabindex: 0, 'aria-label': 'Spoiler' }, el('span', {}, content));
  const reveal = event => {
    if (!node.hasAttribute('role') || (event.type === 'keydown' && !['Enter', ' '].includes(event.key))) return;
    event.preventDefault();
    for (const attribute of ['role', 'tabindex', 'aria-label']) node.removeAttribute(attribute);
    node.classList.add('revealed');
  };
  node.addEventListener('click', reveal);
  node.addEventListener('keydown', reveal);
  return node;
}

/** The longest mark first: `***` is italic around bold. */
const marks = [['**', 'strong'], ['__', 'u'], ['~~', 's'], ['*', 'em'], ['_', 'em']];
const wordCharacter = /[\p{L}\p{N}_]/u;

function emphasis(text, at, context) {
  if (text.startsWith('***', at)) {
    const end = closing(text, at + 3, '***');
    if (end > at + 3) return [el('em', {}, el('strong', {}, inline(text.slice(at + 3, end), context))), end + 3];
  }
  for (const [mark, tag] of marks) {
    if (!text.startsWith(mark, at) || !opens(text, at, mark)) continue;
    const start = at + mark.length;
    const end = closing(text, start, mark);
    if (end > start) return [el(tag, {}, inline(text.slice(start, end), context)), end + mark.length];
  }
  return null;
}

function opens(text, at, mark) {
  if (mark === '*') return /\S/.test(text[at + 1] ?? ' ');
  if (mark === '_') return at === 0 || !wordCharacter.test(text[at - 1]);
  return true;
}

function closes(text, at, mark) {
  if (mark === '*') return /\S/.test(text[at - 1]);
  if (mark === '_') return !wordCharacter.test(text[at + 1] ?? ' ');
  return true;
}

/** Where the mark that was opened before `from` is closed, past escapes and inline code; -1 if nowhere. */
function closing(text, from, mark) {
  const character = mark[0];
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') { at++; continue; }
    if (text[at] === '`') {
      const skipped = code(text, at);
      if (skipped) at = skipped[1] - 1;
      continue;
    }
    if (text[at] !== character) continue;
    const run = runLength(text, at, character);
    const end = at + run - mark.length;
    if (run >= mark.length && (mark.length > 1 || run % 2 === 1) && closes(text, end, mark)) return end;
    at += run - 1;
  }
  return -1;
}

function runLength(text, at, character) {
  let end = at;
  while (text[end] === character) end++;
  return end - at;
}

function broadcast(text, at) {
  const match = matchAt(/@(?:everyone|here)\b/y, text, at);
  return match && !wordCharacter.test(text[at - 1] ?? ' ') && [mention(match[0]), at + match[0].length];
}
