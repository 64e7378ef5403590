import { el, freshId } from '../dom.js';
import { numberOf } from '../files.js';
import { selectMenu } from './select-menu.js';

/**
 * The inputs of a modal: `{node, control, answer(), problem()}`. `control` is what a label belongs to, `answer` what
 * Discord sends besides type and custom_id, `problem` what the browser does not check by itself; `files()` go with the answer.
 */
export function textInput({ style, placeholder, required, min_length: minlength, max_length: maxlength = 4000, value = '' }) {
  const isParagraph = style === 2;
  const control = el(isParagraph ? 'textarea' : 'input', { placeholder, required, minlength, maxlength, rows: isParagraph ? 4 : null, dir: 'auto' });
  control.value = value;
  const left = el('span', { class: 'characters quiet', 'aria-hidden': 'true' });
  const count = () => {
    left.textContent = `${control.value.length}/${maxlength}`;
  };
  control.addEventListener('input', count);
  count();
  return { node: el('div', { class: 'text-input' }, control, maxlength < 4000 && left), control, answer: () => ({ value: control.value }) };
}

export function select(component) {
  const { required, min_values: least = 1 } = component;
  const { node, values } = selectMenu({ ...component, disabled: false, min_values: required ? least : 0 });
  return {
    node,
    control: node,
    answer: () => ({ values: values() }),
    problem: () => tooFew(values().length, required, least),
  };
}

export function radioGroup({ options, required }) {
  const name = freshId('radio');
  const node = el('fieldset', {}, options.map(option => choice('radio', { name, required }, option)));
  return { node, answer: () => ({ value: valuesOf(node)[0] ?? null }) };
}

export function checkboxGroup({ options, required, min_values: least = 1, max_values: most = options.length }) {
  const node = el('fieldset', {}, options.map(option => choice('checkbox', {}, option)));
  return {
    node,
    answer: () => ({ values: valuesOf(node) }),
    problem: () => (valuesOf(node).length > most ? `Choose at most ${most}.` : tooFew(valuesOf(node).length, required, least)),
  };
}

export function checkbox({ default: checked }) {
  const control = el('input', { type: 'checkbox' });
  control.checked = checked ?? false;
  return { node: el('div', { class: 'lone-checkbox' }, control), control, answer: () => ({ value: control.checked }) };
}

export function fileUpload({ required, min_values: least = 1, max_values: most = 1 }) {
  const control = el('input', { type: 'file', required, multiple: most > 1 });
  const files = () => [...control.files];
  return {
    node: control,
    control,
    files,
    answer: () => ({ values: files().map(numberOf) }),
    problem: () => (files().length > most ? `Choose at most ${most}.` : tooFew(files().length, required, least)),
  };
}

function choice(type, attributes, { value, label, description, default: checked }) {
  const input = el('input', { type, value, ...attributes });
  input.checked = checked ?? false;
  return el('label', { class: 'choice' },
    input,
    el('span', { class: 'select-text' }, el('span', {}, label), description && el('span', { class: 'quiet' }, description)));
}

const valuesOf = node => [...node.querySelectorAll('input:checked')].map(input => input.value);

/** What may be left out may be empty, but if something is chosen it has to be enough. */
function tooFew(count, required, least) {
  if (count >= least || (!required && count === 0) || least === 0) return null;
  return least === 1 ? 'Choose one.' : `Choose at least ${least}.`;
}
