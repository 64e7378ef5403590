import { el } from '../dom.js';
import { inline } from './inline.js';

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

const codeBlock = /\\[\s\S]|```(?:[\w+#.-]+\n)?\n?([\s\S]*?)\n?```/g;

function blocks(text, context) {
  const out = document.createDocumentFragment();
  let from = 0;
  for (const match of text.matchAll(codeBlock)) {
    if (!match[1]?.trim()) continue;
    out.append(lines(text.slice(from, match.index), context));
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
  // The end of a paragraph's last line is not seen before a block, but blank lines before it are.
  const append = node => {
    if (paragraph.length > 0) paragraph.push('');
    endParagraph();
    out.append(node);
  };

  while (rest.length > 0) {
    const line = rest[0];
    let match;
    if ((match = heading.exec(line))) {
      rest.shift();
      // Below the page's own h1 and h2, and alike: a message is no document, and may begin with a small one.
      append(el('h3', { class: `heading-${match[1].length}` }, inline(match[2], context)));
    } else if ((match = subtext.exec(line))) {
      rest.shift();
      append(el('small', {}, inline(match[1], context)));
    } else if (!context.quoted && quoteRest.test(line)) {
      append(quotation(rest.splice(0).join('\n').replace(quoteRest, ''), context));
    } else if (!context.quoted && quote.test(line)) {
      append(quotation(takeWhile(rest, quote).map(quoted => quoted.replace(quote, '')).join('\n'), context));
    } else if (listItem.test(line)) {
      append(lists(takeWhile(rest, listItem).map(item => listItem.exec(item)), context));
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

const quotation = (text, context) => el('blockquote', { dir: 'auto' }, lines(text, { ...context, quoted: true }));

/** One list for each run of bullets or of numbers; deeper items go into the item above them. */
function lists(items, context) {
  const out = document.createDocumentFragment();
  const [, indent] = items[0];
  while (items.length > 0) {
    const [, itsIndent, number, content] = items[0];
    const last = out.lastChild;
    if (last && itsIndent.length > indent.length) {
      const end = items.findIndex(item => item[1].length <= indent.length);
      last.lastChild.append(lists(items.splice(0, end < 0 ? items.length : end), context));
      continue;
    }
    const tag = number === undefined ? 'ul' : 'ol';
    if (last?.localName !== tag) out.append(el(tag, { start: number, dir: 'auto' }));
    out.lastChild.append(el('li', {}, inline(content, context)));
    items.shift();
  }
  return out;
}
