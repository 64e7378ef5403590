import { el, freshId } from '../dom.js';
import { markdown } from '../markdown/markdown.js';
import { checkbox, checkboxGroup, fileUpload, radioGroup, select, textInput } from './inputs.js';

const inputs = { 3: select, 4: textInput, 5: select, 6: select, 7: select, 8: select, 19: fileUpload, 21: radioGroup, 22: checkboxGroup, 23: checkbox };

/**
 * What a modal's top-level component is in the form: `{node, data(), files(), check(), focus()}`. It is a text, a label around an
 * input, or an action row of the old form. `check` says in red what is wrong, and whether nothing is.
 */
export function readField(component) {
  const { type, id } = component;
  if (type === 10) return [{ node: el('div', { class: 'markup' }, markdown(component.content)), data: () => withId({ type }, id), check: () => true }];
  if (type === 1) {
    return component.components.map(inner => field(inner, inner.label, null, data => withId({ type, components: [data] }, id)));
  }
  return [field(component.component, component.label, component.description, data => withId({ type, component: data }, id))];
}

const withId = (data, id) => (id == null ? data : { ...data, id });

function field(component, label, description, wrap) {
  const { type, id, custom_id } = component;
  const required = component.required ?? type !== 23;
  const input = inputs[type]({ ...component, required });
  const labelId = freshId('label');
  const problem = el('p', { class: 'field-problem', role: 'alert', hidden: true });
  const isGroup = input.node.localName === 'fieldset';
  if (isGroup) input.node.setAttribute('aria-labelledby', labelId);
  else input.control.id = freshId('field');
  // A button is named by its own text too: what is chosen.
  if (input.control?.localName === 'button') input.control.setAttribute('aria-labelledby', `${labelId} ${input.control.id}`);

  const node = el('div', { class: 'field' },
    el(isGroup ? 'div' : 'label', { class: 'field-label', id: labelId, for: isGroup ? null : input.control.id },
      label,
      required && el('span', { class: 'required-mark', 'aria-hidden': 'true' }, ' *')),
    description && el('p', { class: 'quiet' }, description),
    input.node,
    problem);

  return {
    node,
    data: () => wrap(withId({ type, custom_id, ...input.answer() }, id)),
    files: input.files,
    check: () => {
      problem.textContent = input.problem?.() ?? '';
      problem.hidden = problem.textContent === '';
      return problem.hidden;
    },
    focus: () => (input.control ?? input.node.querySelector('input')).focus(),
  };
}
