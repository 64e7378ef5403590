/** Says that a person used the component that `node` draws; `request` is what the server is to be asked. */
export function interact(node, request) {
  node.dispatchEvent(new CustomEvent('interact', { bubbles: true, detail: request }));
}
