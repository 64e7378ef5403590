import { el } from '../dom.js';

/** Files that were chosen for commands, by their names, which are what the composer shows. */
const chosen = new Map();

export const chosenFile = name => chosen.get(name);
export const chosenNames = () => [...chosen.keys()];

const input = el('input', {
  type: 'file',
  onchange: () => {
    const [file] = input.files;
    if (!file) return;
    chosen.set(file.name, file);
    onChosen(file.name);
  },
});
let onChosen;

/** Lets somebody choose a file of their own machine; `then(name)` is called once it is chosen. */
export function chooseFile(then) {
  onChosen = then;
  // The same file can be chosen again.
  input.value = '';
  input.click();
}
