import { el, freshId } from './dom.js';
import { icon } from './icons.js';
import { failure } from './message.js';
import { markdown } from './markdown.js';

/** Shows a form that the bot asked for; `submit(data)` sends what was filled in, as Discord does. */
export function openModal(modal, submit) {
  const fields = modal.components.flatMap(readField);
  const problem = el('div', {});
  const titleId = freshId('modal');
  const form = el('form', { class: 'modal-form', method: 'dialog' },
    el('div', { class: 'modal-body' }, fields.map(field => field.node), problem),
    el('div', { class: 'modal-foot' },
      el('button', { class: 'button secondary', type: 'button', onclick: () => dialog.close() }, 'Cancel'),
      el('button', { class: 'button primary' }, 'Submit')));
  const dialog = el('dialog', { class: 'modal', 'aria-labelledby': titleId },
    el('header', {},
      el('h2', { id: titleId }, modal.title),
      el('button', { class: 'icon-button', type: 'button', 'aria-label': 'Close', onclick: () => dialog.close() }, icon('close'))),
    form);

  form.addEventListener('submit', async event => {
    event.preventDefault();
    try {
      await submit({ custom_id: modal.custom_id, components: fields.map(field => field.data()).filter(Boolean) });
      dialog.close();
    } catch (error) {
      problem.replaceChildren(failure('Something went wrong. Try again.', error.message));
    }
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** A top-level component: a label around a text input, a text, or an action row of the old form. */
function readField(component) {
  if (component.type === 10) return [{ node: el('div', { class: 'markup' }, markdown(component.content)), data: () => null }];
  if (component.type === 1) {
    return component.components.map(inner => textField(inner, inner.label, null, data => ({ type: 1, components: [data] })));
  }
  return [textField(component.component, component.label, component.description, data => ({ type: component.type, component: data }))];
}

function textField(component, label, description, wrap) {
  const id = freshId('field');
  const required = component.required ?? true;
  const input = el(component.style === 2 ? 'textarea' : 'input', {
    id,
    required,
    placeholder: component.placeholder,
    minlength: component.min_length,
    maxlength: component.max_length ?? 4000,
    rows: component.style === 2 ? 4 : null,
  });
  input.value = component.value ?? '';
  const node = el('div', { class: 'field' },
    el('label', { for: id }, label, required && el('span', { class: 'required-mark', 'aria-hidden': 'true' }, ' *')),
    description && el('p', { class: 'quiet' }, description),
    input);
  return { node, data: () => wrap({ type: component.type, custom_id: component.custom_id, value: input.value }) };
}
