import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** What the document says about a value itself, not about what is in it, which of several schemas it follows, or why. */
const rules = [
  'type', 'enum', 'const', 'format', 'pattern', 'minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'uniqueItems',
  'minProperties', 'maxProperties',
];

/** Discord's OpenAPI document: which operation a request is, and whether bodies are what it says, and nothing else. */
export class Document {
  #ajv;
  #paths;
  #document;
  #leaves = new WeakMap();
  #validators = new Map();
  #partsOf = new WeakMap();

  constructor(original, differences) {
    const document = structuredClone(original);
    for (const { place, instead } of differences) this.#replace(document, place, instead);
    this.#document = document;
    // The document names formats and keywords of its own; they say nothing about what is valid.
    this.#ajv = addFormats(new Ajv2020({ allErrors: true, strict: false, validateSchema: false, verbose: true }));
    this.#ajv.addFormat('snowflake', /^(0|[1-9][0-9]*)$/);
    this.#ajv.addFormat('nonce', true);
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
      const asText = this.problems(parameter.schema, text, `?${name}`);
      return asText.length === 0 || this.problems(parameter.schema, valueOf(text)).length === 0 ? [] : asText;
    });
  }

  /** What is wrong with a request's body. */
  requestProblems(operation, body) {
    const schema = this.requestSchema(operation);
    if (!schema) return body === null ? [] : [problem('', 'the document has no body here')];
    return this.problems(schema, body);
  }

  /** What is wrong with an answer's body, for its status. */
  responseProblems(operation, status, body) {
    const response = this.#response(operation, status);
    if (!response) {
      const known = Object.keys(this.#at([...operation.pointer, 'responses'])).join(', ');
      return [problem('', `the document has no answer ${status}, only ${known}`)];
    }

    const schema = this.responseSchema(operation, status);
    if (!schema) return body === null ? [] : [problem('', `the document has no body in an answer ${status}`)];
    return this.problems(schema, body);
  }

  /** The schema of a request's body, or undefined when it has none. */
  requestSchema(operation) {
    return this.#at([...operation.pointer, 'requestBody', 'content', 'application/json', 'schema']);
  }

  /** The schema of an answer's body, or undefined when it has none. */
  responseSchema(operation, status) {
    return this.#response(operation, status)?.content?.['application/json']?.schema;
  }

  /** One of the document's own schemas, by its name. */
  schema(name) {
    const schema = this.#document.components.schemas[name];
    if (!schema) throw new Error(`The document has no schema ${name}.`);
    return schema;
  }

  /** Everything that is wrong with a value, in all of its parts. */
  problems(schema, value, place = '') {
    const told = this.#all(schema, value, place).map(({ place: at, text, error }) => problem(at, text ?? rule(error)));
    return told.filter((one, at) => at === told.findIndex(other => other.place === one.place && other.rule === one.rule));
  }

  #all(schema, value, place) {
    const applicable = this.applicable(schema, value);
    const wrong = applicable.flatMap(one => this.#leafProblems(one, value, place));
    if (wrong.some(({ error }) => error.keyword === 'type')) return wrong;
    if (Array.isArray(value)) return [...wrong, ...value.flatMap((item, at) => this.#itemProblems(applicable, item, `${place}/${at}`))];
    return isObject(value) ? [...wrong, ...this.#propertyProblems(applicable, value, place)] : wrong;
  }

  /** The schemas that a value must follow at the same time; where it may follow one of several, the one that was meant. */
  applicable(schema, value) {
    return [
      schema,
      ...schema.$ref ? this.applicable(this.#deref(schema.$ref), value) : [],
      ...(schema.allOf ?? []).flatMap(one => this.applicable(one, value)),
      ...[schema.oneOf, schema.anyOf].filter(Boolean).flatMap(choices => this.applicable(this.#meant(choices, value), value)),
    ];
  }

  /** The types that the document allows for a value, or undefined when it allows any. */
  types(schema) {
    if (schema.type) return [schema.type].flat();
    if (schema.$ref) return this.types(this.#deref(schema.$ref));
    const choices = (schema.oneOf ?? schema.anyOf)?.map(choice => this.types(choice));
    if (choices) return choices.every(Boolean) ? choices.flat() : undefined;
    return schema.allOf?.map(part => this.types(part)).find(Boolean);
  }

  /** The schemas of a property, by those of its object: several where parts of one schema each say something about it. */
  static property(applicable, name) {
    const own = applicable.map(({ properties }) => properties?.[name]).filter(Boolean);
    return own.length > 0 ? own : applicable.map(({ additionalProperties }) => additionalProperties).filter(isObject);
  }

  /** Whether the document names all properties that an object may have. */
  static isClosed(applicable) {
    return applicable.some(({ properties }) => properties) && !applicable.some(({ additionalProperties }) => additionalProperties);
  }

  /** Among several schemas, the first that fits; else, of those for the same type of thing, the one with the fewest problems. */
  #meant(choices, value) {
    if (choices.length === 1) return choices[0];
    const left = [this.#isOfType, this.#isOfKind].reduce((candidates, is) => {
      const fitting = candidates.filter(choice => is.call(this, choice, value));
      return fitting.length > 0 ? fitting : candidates;
    }, choices);
    if (left.length === 1) return left[0];
    return left.map(choice => ({ choice, count: this.#all(choice, value, '').length }))
      .reduce((best, one) => (one.count < best.count ? one : best)).choice;
  }

  /** Whether a schema is for values of the same JSON type. */
  #isOfType(schema, value) {
    return this.#parts(schema).every(({ type }) => !type || types(value).some(one => [type].flat().includes(one)));
  }

  /** Whether a schema is for the same kind of thing, by the property that tells a component's or a channel's. */
  #isOfKind(schema, value) {
    const kinds = this.#parts(schema).map(({ properties }) => properties?.type).filter(Boolean);
    return !isObject(value) || kinds.every(kind => this.#all(kind, value.type ?? null, '').length === 0);
  }

  /** The schemas that a schema consists of, whatever the value. */
  #parts(schema) {
    if (!this.#partsOf.has(schema)) this.#partsOf.set(schema, this.applicable(schema, null));
    return this.#partsOf.get(schema);
  }

  #leafProblems(schema, value, place) {
    if (!this.#leaves.has(schema)) this.#leaves.set(schema, this.#validator(schema));
    const validate = this.#leaves.get(schema);
    return !validate || validate(value) ? [] : validate.errors.map(error => ({ place, error }));
  }

  /** Many places have the same rules, and compiling them takes long. */
  #validator(schema) {
    const leaf = Object.fromEntries(rules.filter(key => key in schema).map(key => [key, schema[key]]));
    const text = JSON.stringify(leaf);
    if (!this.#validators.has(text)) this.#validators.set(text, text === '{}' ? null : this.#ajv.compile(leaf));
    return this.#validators.get(text);
  }

  #itemProblems(applicable, item, place) {
    return applicable.flatMap(({ items }) => (items ? this.#all(items, item, place) : []));
  }

  #propertyProblems(applicable, value, place) {
    const missing = applicable.flatMap(({ required }) => required ?? []).filter(name => !Object.hasOwn(value, name));
    return [
      ...missing.map(name => ({ place, text: `must have the property '${name}'` })),
      ...Object.entries(value).flatMap(([name, part]) => {
        const schemas = Document.property(applicable, name);
        if (schemas.length === 0 && Document.isClosed(applicable)) return [{ place: `${place}/${name}`, text: 'the document has no such property' }];
        return schemas.flatMap(schema => this.#all(schema, part, `${place}/${name}`));
      }),
    ];
  }

  #response(operation, status) {
    const responses = this.#at([...operation.pointer, 'responses']);
    const key = [String(status), `${String(status)[0]}XX`, 'default'].find(one => responses[one]);
    return key && (responses[key].$ref ? this.#deref(responses[key].$ref) : responses[key]);
  }

  #replace(document, place, instead) {
    const path = steps(place);
    const last = path.pop();
    path.reduce((node, part) => node[part], document)[last] = instead;
  }

  #deref(reference) {
    return this.#at(steps(reference.slice(1)));
  }

  #at(pointer) {
    return pointer.reduce((node, part) => node?.[part], this.#document);
  }
}

const problem = (place, text) => ({ place: place || '/', rule: text });

const rule = ({ message, params, data }) => {
  const allowed = params.allowedValue ?? params.allowedValues;
  const written = JSON.stringify(data);
  return `${message}${allowed === undefined ? '' : ` ${JSON.stringify(allowed)}`}, not ${written?.length > 60 ? `${written.slice(0, 60)}…` : written}`;
};

/** The names that a JSON pointer leads through. */
export const steps = pointer => pointer.slice(1).split('/').map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));

export const isObject = value => typeof value === 'object' && value !== null && !Array.isArray(value);

export const types = value => (value === null ? ['null']
  : Array.isArray(value) ? ['array']
    : Number.isInteger(value) ? ['integer', 'number']
      : [typeof value]);

const parameters = template => template.split('{').length;

const patternOf = template => new RegExp(`^${template.split(/\{[^}]+\}/).map(quote).join('[^/]+')}$`);

const quote = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const valueOf = text => (['true', 'false'].includes(text) || /^\d{1,20}$/.test(text) ? JSON.parse(text) : text);
