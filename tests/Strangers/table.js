import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { capabilities } from './capabilities.js';
import { libraries } from './libraries.js';

const readme = new URL('README.md', import.meta.url);
const received = new URL('README.received.md', import.meta.url);
const between = /(<!-- measured -->\n).*(<!-- \/measured -->\n)/s;

const passed = new Set();

export function passes(library, capability) {
  passed.add(`${library.name} ${capability}`);
}

/**
 * Compares the README with what passed in this run. A library that is missing here keeps its column, and so does one that the
 * system provides in another version.
 */
export function checkTable() {
  const committed = readFileSync(readme, 'utf8');
  const kept = columnsOf(committed);
  const columns = libraries.map(library => {
    const [column, known] = [columnOf(library), kept.get(library.name)];
    return library.missing || (library.isFromSystem && known && known[0] !== column[0]) ? known : column;
  });
  const measured = committed.replace(between, (_, start, end) => `${start}\n${table(columns)}\n\n${notes()}\n\n${end}`);
  rmSync(received, { force: true });
  if (measured === committed) return;
  writeFileSync(received, measured);
  assert.equal(committed, measured, 'README.md is not what was measured. If README.received.md is right, rename it.');
}

/** From the header with the version down to the last capability. */
function columnOf(library) {
  const cells = Object.keys(capabilities).map(capability => {
    if (library.lacks?.[capability]) return 'n/a';
    return passed.has(`${library.name} ${capability}`) ? 'yes' : 'no';
  });
  return [`${library.name} ${library.version}`, ...cells];
}

function table(columns) {
  const rows = ['', ...Object.keys(capabilities)].map((name, row) => [name, ...columns.map(column => column[row])]);
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => row[column].length)));
  const line = cells => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const rule = `|${widths.map(width => '-'.repeat(width + 2)).join('|')}|`;
  return [line(rows[0]), rule, ...rows.slice(1).map(line)].join('\n');
}

function notes() {
  const lacks = libraries.flatMap(({ name, lacks = {} }) => Object.entries(lacks).map(([what, why]) => `- ${name}, ${what}: ${why}.`));
  const addresses = libraries.map(({ name, address }) => `- ${name}: ${address}.`);
  return ['n/a:', '', ...lacks, '', 'How each was given the address of the local Discord:', '', ...addresses].join('\n');
}

/** The columns of a table in Markdown, by the name of their library. */
function columnsOf(markdown) {
  const lines = markdown.split('\n').filter(line => line.startsWith('| '));
  const rows = lines.map(line => line.slice(1, -1).split('|').map(cell => cell.trim()));
  return new Map(rows[0]?.map((header, column) => [header.split(' ')[0], rows.map(row => row[column])]));
}
