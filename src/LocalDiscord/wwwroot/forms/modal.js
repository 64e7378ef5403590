import { el, freshId } from '../dom.js';
import { icon } from '../icons.js';
import { failure } from '../messages/message.js';
import { readField } from './fields.js';

/** Shows a form that the bot asked for; `submit(data, files)` sends what was filled in, as Discord does. */
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
      el('h2', { id: titleId, dir: 'auto' }, modal.title),
      el('button', { class: 'icon-button', type: 'button', 'aria-label': 'Close', onclick: () => dialog.close() }, icon('close'))),
    form);

  form.addEventListener('submit', async event => {
    event.preventDefault();
    const wrong = fields.filter(field => !field.check());
    if (wrong.length > 0) return wrong[0].focus();
    send.disabled = true;
    try {
      await submit({ custom_id: modal.custom_id, components: fields.map(field => field.data()) }, fields.flatMap(field => field.files?.() ?? []));
      dialog.close();
    } catch (error) {
      problem.replaceChildren(failure('Something went wrong. Try again.', error.message));
      problem.scrollIntoView({ block: 'nearest' });
    } finally {
      send.disabled = false;
    }
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  (fields.find(field => field.focus) ?? { focus: () => send.focus() }).focus();
}
