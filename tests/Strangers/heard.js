/** The messages that a bot heard of from the gateway. */
export class Heard {
  #ids = new Set();
  #waiting = new Map();

  add(id) {
    this.#ids.add(id);
    this.#waiting.get(id)?.();
  }

  /** Waits until the message has arrived. */
  async message(id) {
    if (!this.#ids.has(id)) await new Promise(resolve => this.#waiting.set(id, resolve));
  }
}
