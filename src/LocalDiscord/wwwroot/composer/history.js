const key = 'sandbox.history';
const most = 50;

const lines = JSON.parse(localStorage.getItem(key) ?? '[]');
let at = lines.length;

/** The commands that were run, newest last, to step through as in a shell. */
export const history = {
  add(line) {
    const before = lines.indexOf(line);
    if (before >= 0) lines.splice(before, 1);
    lines.push(line);
    lines.splice(0, lines.length - most);
    localStorage.setItem(key, JSON.stringify(lines));
    at = lines.length;
  },

  /** One line back (-1) or forward (1); past the newest is the empty line, before the oldest nothing. */
  move(by) {
    if (at + by < 0 || at + by > lines.length) return undefined;
    at += by;
    return lines[at] ?? '';
  },

  isAt: text => lines[at] === text,

  leave() {
    at = lines.length;
  },
};
