import { byId } from '../dom.js';
import { failure } from './message.js';

const nodeOf = id => byId('log').querySelector(`[data-id="${CSS.escape(id)}"]`);

/** Marks the message's components as waiting for the bot; `used` is the custom_id of the one that was used. */
export function setWaiting(id, used) {
  const node = nodeOf(id);
  for (const control of node?.querySelectorAll('[data-custom-id]') ?? []) {
    control.setAttribute('aria-disabled', 'true');
    control.classList.toggle('waiting', control.dataset.customId === used);
  }
  node?.classList.add('is-waiting');
  node?.querySelector('.message-body > .failure')?.remove();
}

export function setReady(id) {
  const node = nodeOf(id);
  node?.classList.remove('is-waiting');
  for (const control of node?.querySelectorAll('[data-custom-id]') ?? []) {
    control.removeAttribute('aria-disabled');
    control.classList.remove('waiting');
  }
}

/** Shows below the message why using one of its components failed. */
export function setFailed(id, reason) {
  nodeOf(id)?.querySelector('.message-body').append(failure('This interaction failed', reason));
}
