import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { accepted, differences } from './differences.js';
import { Document, steps } from './document.js';
import { eventProblems } from './events.js';
import { events, missing, openApi, recorded } from './exchanges.js';
import { kinds, mutations } from './mutations.js';

const document = openApi && new Document(openApi, differences);
const requests = openApi && new Document(openApi, [...differences, ...accepted]);

/** What no news bot can do without: if one of these was not seen, the recording is broken. */
const musts = [
  'GET /gateway/bot',
  'PUT /applications/{application_id}/commands',
  'POST /interactions/{interaction_id}/{interaction_token}/callback',
  'POST /channels/{channel_id}/messages',
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original',
];

/** Routes of one thing beside each other: by path, then method. */
const order = name => name.split(' ').reverse().join(' ');

/** A request whose answer was made up, and is not recorded. */
const isAlone = ({ status }) => status === undefined;

/** What Discord ignores, and a test sends on purpose, or a library that is not ours. */
const isIgnored = (problem, { isStrangers }) => problem.place.endsWith('/unknown_field')
  || (isStrangers && problem.rule === 'the document has no such property');

/** A request that was refused for what is in it may be as wrong as it likes; any other may not, and no answer ever. */
function problems(operation, exchange) {
  const { path, status, request, response, foreign } = exchange;
  const isMeant = status !== 400;
  // A 429 without JSON plays a proxy before Discord, as do foreign responses, and what fails with 500 and more says what it likes.
  const isDiscords = !isAlone(exchange) && !foreign && status < 500 && !(status === 429 && response === null);
  return [
    ...isMeant ? requests.queryProblems(operation, path).map(problem => ({ side: 'query', ...problem })) : [],
    ...isMeant ? requests.requestProblems(operation, request).filter(problem => !isIgnored(problem, exchange)).map(problem => ({ side: 'request', ...problem })) : [],
    ...isDiscords ? document.responseProblems(operation, status, response).map(problem => ({ side: 'response', ...problem })) : [],
  ];
}

/** A route, a method, or a version that there is not. */
const isUnknown = ({ status, response }) => status === 404 || status === 405 || response?.code === 50041;

/** What Discord answers where it has no route. */
const isUnserved = ({ status, response }) => status === 404 && response?.code === 0;

const told = (operation, exchange) => problems(operation, exchange)
  .map(({ side, place, rule }) => `${exchange.place} ${exchange.method} ${exchange.path} ${exchange.status ?? 'alone'}: ${side} ${place} ${rule}`);

suite('What went over the wire is what Discord\'s OpenAPI document says', () => {
  const exchanges = missing ? [] : recorded().map(exchange => ({ ...exchange, operation: document.operation(exchange.method, exchange.path) }));
  const byOperation = group(exchanges, one => one.operation?.name);

  for (const [name, all] of [...byOperation].filter(([key]) => key).sort(([a], [b]) => order(a).localeCompare(order(b)))) {
    test(name, () => assert.deepEqual(all.flatMap(exchange => told(exchange.operation, exchange)), []));
  }

  for (const [name, all] of group(missing ? [] : events(), ({ event }) => event)) {
    test(`the event ${name}`, () => assert.deepEqual(all.flatMap(({ event, data, place }) =>
      eventProblems(document, event, data).map(problem => `${place}: ${problem.place} ${problem.rule}`)), []));
  }

  test('what the document does not know, the local Discord does not either', { skip: missing }, () => {
    const answered = (byOperation.get(undefined) ?? []).filter(exchange => !isUnknown(exchange));

    assert.deepEqual(answered.map(({ method, path, status }) => `${method} ${path}: ${status ?? 'alone'}`), []);
  });

  test('every operation that the local Discord knows was seen to succeed', { skip: missing }, () => {
    const served = [...byOperation].filter(([name, all]) => name && all.some(exchange => !isAlone(exchange) && !isUnserved(exchange)));

    assert.deepEqual(served.filter(([, all]) => !all.some(({ status }) => status < 400)).map(([name]) => name), []);
  });

  test('the recording is whole', { skip: missing }, () => {
    assert.deepEqual(musts.filter(must => !byOperation.get(must)?.some(exchange => !isAlone(exchange))), []);
    assert.ok(exchanges.some(isAlone), 'no request of tests/Discord');
  });

  after(() => {
    if (!missing) console.log(table(byOperation));
  });
});

suite('The check itself', () => {
  const skip = !openApi && missing;

  test('each known difference is still one', { skip }, () => {
    for (const { place, document: expected } of [...differences, ...accepted]) {
      assert.deepEqual(steps(place).reduce((node, part) => node?.[part], openApi), expected, place);
    }
  });

  test('it finds a wrong type, a missing field, a wrong choice, an unknown parameter and an unknown status', { skip }, () => {
    const send = document.operation('POST', '/channels/1214128805157797889/messages');
    const read = document.operation('GET', '/channels/1214128805157797889/messages?limit=101&newest=true');
    const choose = document.operation('POST', '/interactions/1214128805157797889/token/callback');

    assert.deepEqual(document.requestProblems(send, { content: 'x' }), []);
    assert.equal(document.requestProblems(send, { content: 5 })[0].place, '/content');
    assert.equal(document.requestProblems(send, { embeds: [{ fields: [{ name: 'x' }] }] })[0].place, '/embeds/0/fields/0');
    assert.ok(document.requestProblems(choose, { type: 3 }).length > 0);
    assert.ok(document.responseProblems(send, 200, { id: '1' }).length > 0);
    assert.equal(document.responseProblems(send, 302, null).length, 1);
    assert.deepEqual(document.queryProblems(read, '/channels/1/messages?limit=101&newest=true').map(problem => problem.place), ['?limit', '?newest']);
  });

  const caught = group(skip || missing ? [] : samples().flatMap(({ by, schema, value }) => mutations(by, schema, value)
    .map(mutation => ({ ...mutation, isCaught: by.problems(schema, mutation.value).length > 0 }))), ({ kind }) => kind);

  for (const kind of kinds) {
    test(`it finds 99% of what is made wrong in real bodies: ${kind}`, { skip: skip || missing }, () => {
      const all = caught.get(kind) ?? [];
      assert.ok(all.length > 100, `only ${all.length} places`);
      assert.ok(all.filter(({ isCaught }) => isCaught).length >= 0.99 * all.length, all.filter(({ isCaught }) => !isCaught).map(({ place }) => place).join('\n'));
    });
  }

  test('a path with a fixed word is not one with a parameter', { skip }, () => {
    assert.equal(document.operation('GET', '/users/@me').name, 'GET /users/@me');
    assert.equal(document.operation('PATCH', '/webhooks/1/token/messages/%40original').name, 'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original');
    assert.equal(document.operation('GET', '/nowhere'), undefined);
  });
});

/** The largest request and the largest answer of each operation that are right and not too large to take apart. */
function samples() {
  const largest = new Map();
  for (const exchange of recorded().filter(one => one.status < 400 && !one.foreign)) {
    const operation = document.operation(exchange.method, exchange.path);
    if (!operation) continue;
    const sides = [['request', requests, requests.requestSchema(operation)], ['response', document, document.responseSchema(operation, exchange.status)]];
    for (const [side, by, schema] of sides) {
      const value = exchange[side];
      const size = JSON.stringify(value ?? null).length;
      const name = `${side} ${operation.name}`;
      if (schema && value && size < 3000 && size > (largest.get(name)?.size ?? 0)) largest.set(name, { size, by, schema, value });
    }
  }

  return [...largest.values()];
}

function table(byOperation) {
  const rows = [...byOperation].filter(([name]) => name).map(([name, all]) => ({
    name,
    accepted: all.filter(exchange => exchange.status < 400).length,
    refused: all.filter(exchange => exchange.status >= 400 && exchange.status < 500).length,
    alone: all.filter(isAlone).length,
  })).sort((a, b) => order(a.name).localeCompare(order(b.name)));
  const total = rows.reduce((sum, { accepted, refused, alone }) => sum + accepted + refused + alone, 0);
  const line = ({ name, ...counts }) => `${[counts.accepted, counts.refused, counts.alone].map(count => String(count).padStart(8)).join(' ')}  ${name}`;
  return ['accepted  refused    alone  validated exchanges', ...rows.map(line), `${total} exchanges on ${rows.length} routes`].join('\n');
}

function group(all, key) {
  const groups = new Map();
  for (const one of all) groups.set(key(one), [...groups.get(key(one)) ?? [], one]);
  return groups;
}
