import { Document, isObject, types } from './document.js';

/** What may be wrong with a value, each with how it is made wrong where the document says what is right. */
export const kinds = ['wrong type', 'null', 'missing', 'malformed id', 'unknown property'];

const samples = [{}, [], 'x', 1.5, true];

/** Every way in which one place of a value can be made wrong: { kind, place, value }. */
export function mutations(document, schema, value, place = '') {
  const applicable = document.applicable(schema, value);
  return [
    ...mistakes(document, schema, applicable, value).map(mistake => ({ place, ...mistake })),
    ...parts(applicable, value).flatMap(({ key, schema: inner }) => mutations(document, inner, value[key], `${place}/${key}`)
      .map(mutation => ({ ...mutation, value: replaced(value, key, mutation.value) }))),
  ];
}

function mistakes(document, schema, applicable, value) {
  const allowed = document.types(schema);
  const wrong = allowed && samples.find(sample => !types(sample).some(type => allowed.includes(type)));
  return [
    ...wrong === undefined ? [] : [{ kind: 'wrong type', value: wrong }],
    ...allowed && value !== null && !allowed.includes('null') ? [{ kind: 'null', value: null }] : [],
    ...isObject(value) ? missing(applicable, value) : [],
    ...typeof value === 'string' && applicable.some(({ format }) => format === 'snowflake') ? [{ kind: 'malformed id', value: 'one' }] : [],
    ...isObject(value) && Document.isClosed(applicable) ? [{ kind: 'unknown property', value: { ...value, a_name_that_is_none: 1 } }] : [],
  ];
}

function missing(applicable, value) {
  const names = new Set(applicable.flatMap(({ required }) => required ?? []).filter(name => Object.hasOwn(value, name)));
  return [...names].map(name => {
    const { [name]: _, ...rest } = value;
    return { kind: 'missing', value: rest };
  });
}

/** The properties and items of a value that the document says something about. */
function parts(applicable, value) {
  if (Array.isArray(value)) {
    const items = applicable.map(schema => schema.items).filter(Boolean);
    return value.flatMap((_, key) => items.slice(0, 1).map(schema => ({ key, schema })));
  }

  if (!isObject(value)) return [];
  return Object.keys(value).flatMap(key => Document.property(applicable, key).slice(0, 1).map(schema => ({ key, schema })));
}

const replaced = (value, key, inner) => (Array.isArray(value) ? value.with(key, inner) : { ...value, [key]: inner });
