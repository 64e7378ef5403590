import { el, freshId } from '../dom.js';
import { icon } from '../icons.js';
import { failure } from '../messages/message.js';
import { markdown } from '../markdown/markdown.js';
import { optionsOf } from '../messages/select.js';

/** Shows a form that the bot asked for; `submit(data)` sends what was filled in, as Discord does. */
export function openModal(modal, submit) {
  const fields = modal.components.flatMap(readField);
  const problem = el('div', {});
  const titleId = freshId('modal');
  const send = el('button', { class: 'button primary' }, 'Submit');
  const form = el('form', { class: 'modal-form', method: 'dialog' },
    el('div', { class: 'modal-body' }, fields.map(field => field.node), problem),
    el('div', { class: 'modal-foot' },
      el('button', { class: 'button secondary', type: 'button', onclick: () => dialog.close() }, 'Cancel'),
      send));
  const dialog = el('dialog', { class: 'modal', 'aria-labelledby': titleId },
    el('header', {},
      el('h2', { id: titleId }, modal.title),
      el('button', { class: 'icon-button', type: 'button', 'aria-label': 'Close', onclick: () => dialog.close() }, icon('close'))),
    form);

  form.addEventListener('submit', async event => {
    event.preventDefault();
    send.disabled = true;
    try {
      await submit({ custom_id: modal.custom_id, components: fields.map(field => field.data()).filter(Boolean) });
      dialog.close();
    } catch (error) {
      problem.replaceChildren(failure('Something went wrong. Try again.', error.message));
    } finally {
      send.disabled = false;
    }
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  form.querySelector('input, textarea, select')?.focus();
}

/** A top-level component: a text, a label around an input, or an action row of the old form. */
function readField(component) {
  if (component.type === 10) return [{ node: el('div', { class: 'markup' }, markdown(component.content)), data: () => null }];
  if (component.type === 1) {
    return component.components.map(inner => field(inner, inner.label, null, data => ({ type: 1, components: [data] })));
  }
  return [field(component.component, component.label, component.description, data => ({ type: component.type, component: data }))];
}

function field(component, label, description, wrap) {
  const id = freshId('field');
  const required = component.required ?? true;
  const input = component.type === 4 ? textInput(component) : selectInput(component);
  input.id = id;
  input.required = required;
  const node = el('div', { class: 'field' },
    el('label', { for: id }, label, required && el('span', { class: 'required-mark', 'aria-hidden': 'true' }, ' *')),
    description && el('p', { class: 'quiet' }, description),
    input);
  const { type, custom_id } = component;
  return { node, data: () => wrap({ type, custom_id, ...answerOf(input) }) };
}

const answerOf = input => (input instanceof HTMLSelectElement
  ? { values: [...input.selectedOptions].map(option => option.value).filter(Boolean) }
  : { value: input.value });

function textInput({ style, placeholder, min_length: minlength, max_length: maxlength = 4000, value = '' }) {
  const isParagraph = style === 2;
  const input = el(isParagraph ? 'textarea' : 'input', { placeholder, minlength, maxlength, rows: isParagraph ? 4 : null });
  input.value = value;
  return input;
}

function selectInput(component) {
  const isMultiple = component.max_values > 1;
  return el('select', { multiple: isMultiple },
    !isMultiple && el('option', { value: '' }, component.placeholder ?? 'Make a selection'),
    optionsOf(component).map(option => el('option', { value: option.value, selected: option.default }, option.label)));
}
