import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** Discord's OpenAPI document: which operation a request is, and whether bodies are what it says. */
export class Document {
  #ajv;
  #paths;
  #document;

  constructor(original, differences) {
    const document = structuredClone(original);
    for (const { place, instead } of differences) this.#replace(document, place, instead);
    this.#document = document;
    // The document names formats and keywords of its own; they say nothing about what is valid.
    this.#ajv = addFormats(new Ajv2020({ allErrors: true, strict: false, validateSchema: false, verbose: true }));
    this.#ajv.addFormat('snowflake', /^(0|[1-9][0-9]*)$/);
    this.#ajv.addFormat('nonce', true);
    this.#ajv.addSchema(document, 'discord');
    this.#paths = Object.keys(document.paths)
      .map(template => ({ template, pattern: patternOf(template) }))
      // A path with a fixed word before one that has a parameter in its place: /users/@me before /users/{user_id}.
      .sort((a, b) => parameters(a.template) - parameters(b.template));
  }

  /** The operation of a request, or undefined when the document knows none. */
  operation(method, path) {
    const bare = decodeURIComponent(path.split('?')[0]);
    const found = this.#paths.find(({ pattern }) => pattern.test(bare));
    const key = method.toLowerCase();
    if (!found || !this.#document.paths[found.template][key]) return undefined;
    return { name: `${method} ${found.template}`, pointer: ['paths', found.template, key] };
  }

  /** What is wrong with the query of a path. */
  queryProblems(operation, path) {
    const known = [operation.pointer.slice(0, 2), operation.pointer].flatMap(pointer => this.#at([...pointer, 'parameters']) ?? []);
    return [...new URL(path, 'http://localhost').searchParams].flatMap(([name, text]) => {
      const parameter = known.find(one => one.in === 'query' && one.name === name);
      if (!parameter) return [problem(`?${name}`, 'the document has no such parameter')];
      const validate = this.#compile(parameter.schema);
      return validate(valueOf(text)) || validate(text) ? [] : significant(validate.errors).map(error => problem(`?${name}`, rule(error)));
    });
  }

  /** What is wrong with a request's body. */
  requestProblems(operation, body) {
    const content = this.#at([...operation.pointer, 'requestBody', 'content']);
    if (!content) return body === null ? [] : [problem('', 'the document has no body here')];
    return this.#problems([...operation.pointer, 'requestBody', 'content', 'application/json', 'schema'], body);
  }

  /** What is wrong with an answer's body, for its status. */
  responseProblems(operation, status, body) {
    const responses = [...operation.pointer, 'responses'];
    const key = [String(status), `${String(status)[0]}XX`, 'default'].find(one => this.#at([...responses, one]));
    if (!key) return [problem('', `the document has no answer ${status}, only ${Object.keys(this.#at(responses)).join(', ')}`)];
    const response = this.#follow([...responses, key]);
    if (!this.#at([...response, 'content'])) return body === null ? [] : [problem('', `the document has no body in an answer ${status}`)];
    return this.#problems([...response, 'content', 'application/json', 'schema'], body);
  }

  #problems(pointer, body) {
    const reference = `discord#/${pointer.map(escape).join('/')}`;
    const validate = this.#ajv.getSchema(reference);
    return validate(body) ? [] : significant(validate.errors).map(error => problem(error.instancePath, rule(error)));
  }

  // A schema that stands in the document by itself, such as a parameter's: its references lead there.
  #compile(schema) {
    return this.#ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"discord#/')));
  }

  #replace(document, place, instead) {
    const path = steps(place);
    const last = path.pop();
    path.reduce((node, part) => node[part], document)[last] = instead;
  }

  #at(pointer) {
    return pointer.reduce((node, part) => node?.[part], this.#document);
  }

  #follow(pointer) {
    const reference = this.#at(pointer).$ref;
    return reference ? reference.slice(2).split('/') : pointer;
  }
}

const problem = (place, rule) => ({ place: place || '/', rule });

const rule = ({ message, params, data }) => {
  const allowed = params.allowedValue ?? params.allowedValues;
  const written = JSON.stringify(data);
  return `${message}${allowed === undefined ? '' : ` ${JSON.stringify(allowed)}`}, not ${written?.length > 60 ? `${written.slice(0, 60)}…` : written}`;
};

/** Where one of several schemas must fit, only those errors tell something that lie deepest: in the schema that was meant. */
function significant(errors) {
  const told = errors.filter(error => !['oneOf', 'anyOf'].includes(error.keyword));
  const deepest = Math.max(...told.map(error => depth(error.instancePath)));
  const meant = told.filter(error => depth(error.instancePath) === deepest);
  const some = meant.length > 0 ? meant : errors;
  return some.filter((error, at) => at === some.findIndex(other => rule(other) === rule(error) && other.instancePath === error.instancePath)).slice(0, 4);
}

/** The names that a JSON pointer leads through. */
export const steps = pointer => pointer.slice(1).split('/').map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));

const depth = path => path.split('/').length;

const parameters = template => template.split('{').length;

const patternOf = template => new RegExp(`^${template.split(/\{[^}]+\}/).map(quote).join('[^/]+')}$`);

const quote = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const valueOf = text => (['true', 'false'].includes(text) || /^\d{1,15}$/.test(text) ? JSON.parse(text) : text);

const escape = part => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
