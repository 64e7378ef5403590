/** Files that go to the server with an action: each is a part under a number of its own, which stands for it in the JSON. */
const numbers = new WeakMap();
let last = 0;

export function numberOf(file) {
  if (!numbers.has(file)) numbers.set(file, String(++last));
  return numbers.get(file);
}

/** The body of a request with files. */
export function withFiles(json, files) {
  const form = new FormData();
  form.append('payload_json', JSON.stringify(json));
  for (const file of files) form.append(`files[${numberOf(file)}]`, file, file.name);
  return form;
}
