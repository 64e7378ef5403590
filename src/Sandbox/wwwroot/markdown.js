import { el, externalLink, webAddress } from './dom.js';
import { timestamp } from './time.js';
import { channelById, channelHash, displayName, roleById, userById } from './guild.js';
import { channelIcon } from './icons.js';

/**
 * Discord's Markdown as DOM nodes. Text only ever becomes text nodes, so nothing that a bot writes is run as markup.
 * `people` are users known from elsewhere, such as a message's `mentions`.
 */
export function markdown(text, people = []) {
  return blocks(text, { people, links: true });
}

/** Markdown of a single line where no link may stand, such as an embed's title. */
export function inlineMarkdown(text, people = []) {
  return inline(text, { people, links: false });
}

// Blocks

const codeBlock = /\\[\s\S]|```(?:[\w+#.-]+\n)?\n?([\s\S]*?)\n?```/g;

function blocks(text, context) {
  const out = document.createDocumentFragment();
  let from = 0;
  for (const match of text.matchAll(codeBlock)) {
    if (!match[1]?.trim()) continue;
    out.append(lines(text.slice(from, match.index).replace(/\n$/, ''), context));
    out.append(el('pre', {}, el('code', {}, match[1])));
    from = match.index + match[0].length;
    if (text[from] === '\n') from++;
  }
  out.append(lines(text.slice(from), context));
  return out;
}

const heading = /^(#{1,3})\s+(\S.*)$/;
const subtext = /^-#\s+(\S.*)$/;
const quoteRest = /^>>>\s/;
const quote = /^>\s/;
const listItem = /^(\s*)(?:[-*]|(\d{1,9})\.)\s+(\S.*)$/;

function lines(text, context) {
  const out = document.createDocumentFragment();
  if (text === '') return out;
  const rest = text.split('\n');
  let paragraph = [];

  const endParagraph = () => {
    if (paragraph.length > 0) out.append(inline(paragraph.join('\n'), context));
    paragraph = [];
  };
  const append = node => {
    endParagraph();
    out.append(node);
  };

  while (rest.length > 0) {
    const line = rest[0];
    let match;
    if ((match = heading.exec(line))) {
      rest.shift();
      // Below the page's own h1 and h2.
      append(el(`h${match[1].length + 2}`, { class: `heading-${match[1].length}` }, inline(match[2], context)));
    } else if ((match = subtext.exec(line))) {
      rest.shift();
      append(el('small', {}, inline(match[1], context)));
    } else if (!context.quoted && quoteRest.test(line)) {
      append(quotation(rest.splice(0).join('\n').replace(quoteRest, ''), context));
    } else if (!context.quoted && quote.test(line)) {
      append(quotation(takeWhile(rest, quote).map(quoted => quoted.replace(quote, '')).join('\n'), context));
    } else if (listItem.test(line)) {
      append(list(takeWhile(rest, listItem).map(item => listItem.exec(item)), context));
    } else {
      paragraph.push(rest.shift());
    }
  }
  endParagraph();
  return out;
}

function takeWhile(rest, pattern) {
  const end = rest.findIndex(line => !pattern.test(line));
  return rest.splice(0, end < 0 ? rest.length : end);
}

const quotation = (text, context) => el('blockquote', {}, lines(text, { ...context, quoted: true }));

function list(items, context) {
  const [, indent, number] = items[0];
  const node = number === undefined ? el('ul') : el('ol', { start: number });
  while (items.length > 0) {
    const [, itsIndent, , content] = items[0];
    if (itsIndent.length > indent.length && node.lastChild) {
      const deeper = items.findIndex(item => item[1].length <= indent.length);
      node.lastChild.append(list(items.splice(0, deeper < 0 ? items.length : deeper), context));
    } else {
      items.shift();
      node.append(el('li', {}, inline(content, context)));
    }
  }
  return node;
}

// Inline

/**
 * In the order in which they are tried at each place of the text. A rule gets the text, the place and the context,
 * and answers `[node, end]`, or nothing if it does not apply there.
 */
const rules = [escape, code, angle, maskedLink, bareLink, spoiler, emphasis, broadcast];
const mayStartARule = /[\\`<[h|*_~@\n]/;

function inline(text, context) {
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

function code(text, at) {
  const match = matchAt(/(`+)([\s\S]*?[^`])\1(?!`)/y, text, at);
  return match && [el('code', {}, match[2].trim()), at + match[0].length];
}

/** Everything in angle brackets: mentions, times, custom emoji, links without a preview. */
function angle(text, at, context) {
  const match = matchAt(/<([^<>\n]+)>/y, text, at);
  const node = match && angleContent(match[1], context);
  return node && [node, at + match[0].length];
}

function angleContent(content, context) {
  let match;
  if ((match = /^@!?(\d+)$/.exec(content))) return userMention(match[1], context);
  if ((match = /^@&(\d+)$/.exec(content))) return mention(`@${roleById(match[1])?.name ?? 'unknown-role'}`);
  if ((match = /^#(\d+)$/.exec(content))) return channelMention(match[1], context);
  if ((match = /^\/([^:]+):\d+$/.exec(content))) return commandMention(match[1], context);
  if ((match = /^t:(-?\d{1,13})(?::([tTdDfFsSR]))?$/.exec(content))) return time(Number(match[1]), match[2]);
  if ((match = /^a?(:\w+:)\d+$/.exec(content))) return match[1];
  return context.links && webAddress(content) ? externalLink(webAddress(content), {}, content) : null;
}

const mention = (...content) => el('span', { class: 'mention' }, ...content);

function userMention(id, { people }) {
  const user = people.find(person => person.id === id) ?? userById(id);
  return mention(`@${user ? displayName(user) : 'unknown-user'}`);
}

function channelMention(id, { links }) {
  const channel = channelById(id);
  if (!channel) return mention('#unknown');
  const content = [channelIcon(channel.type), channel.name];
  return links ? el('a', { class: 'mention', href: channelHash(channel) }, ...content) : mention(...content);
}

function commandMention(name, { links }) {
  if (!links) return mention(`/${name}`);
  const tell = event => event.target.dispatchEvent(new CustomEvent('usecommand', { bubbles: true, detail: name }));
  return el('button', { class: 'mention', type: 'button', onclick: tell }, `/${name}`);
}

const lastSecond = 8_640_000_000_000;

function time(seconds, style) {
  return Math.abs(seconds) <= lastSecond ? timestamp(new Date(seconds * 1000), style) : 'Invalid Date';
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
  return [externalLink(href, { title: match[2] ?? match[3] ?? href }, label), labelEnd + 1 + match[0].length];
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
  return href && [externalLink(href, {}, address), at + address.length];
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
  return match && [mention(match[0]), at + match[0].length];
}
