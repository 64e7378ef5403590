import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, suite, test } from 'node:test';
import { Client, Events, GatewayIntentBits, MessageReferenceType } from 'discord.js';
import { token } from '../local-discord.js';
import { botOnLocalDiscord } from './bot.js';

suite('Events that need intents', () => {
  let client;
  // Before the local Discord stops, or the client would try to connect again.
  after(() => client.destroy());
  const here = botOnLocalDiscord();

  before(async () => {
    await here.discord.fault({ privileged_intents: true });
    client = new Client({
      intents: Object.values(GatewayIntentBits).filter(bit => typeof bit === 'number'),
      rest: { api: here.discord.api },
    });
    const ready = once(client, Events.ClientReady);
    await client.login(token);
    await ready;
  });

  const next = async event => once(client, event, { signal: AbortSignal.timeout(10_000) });
  const channel = name => client.guilds.cache.first().channels.cache.find(one => one.name === name);

  test('a person reacts, and takes it back', async () => {
    const sent = await channel('general').send('Storm');

    const adding = next(Events.MessageReactionAdd);
    await here.discord.react(sent.id, '👍');
    const [added, user] = await adding;
    const removing = next(Events.MessageReactionRemove);
    await here.discord.react(sent.id, '👍', true);
    const [removed] = await removing;

    assert.deepEqual([added.emoji.name, added.message.id, user.username], ['👍', sent.id, 'mira']);
    assert.equal(removed.emoji.name, '👍');
  });

  test('the bot reacts, and lists who did', async () => {
    const sent = await channel('general').send('Storm');

    await sent.react('👍');
    await here.discord.react(sent.id, '👍');

    const users = await (await sent.fetch(true)).reactions.cache.get('👍').users.fetch();
    assert.deepEqual(users.map(one => one.username).sort(), ['mira', 'news-desk']);
  });

  test('a message of somebody else can be read', async () => {
    const received = next(Events.MessageCreate);
    await here.discord.write('general', 'good morning');

    assert.equal((await received)[0].content, 'good morning');
  });

  test('typing', async () => {
    const typing = next(Events.TypingStart);
    await channel('general').sendTyping();

    assert.equal((await typing)[0].user.id, client.user.id);
  });

  test('a message is forwarded', async () => {
    const sent = await channel('general').send('Storm');

    const forwarded = await sent.forward(channel('news'));

    assert.equal(forwarded.reference.type, MessageReferenceType.Forward);
    assert.equal(forwarded.messageSnapshots.first().content, 'Storm');
  });

  test('members are fetched: all, by name, and by id', async () => {
    const { members } = client.guilds.cache.first();

    const all = await members.fetch();
    const named = await members.fetch({ query: 'to', limit: 5 });
    const known = await members.fetch({ user: [...all.keys()].slice(0, 2), force: true });

    assert.deepEqual([all.size, named.map(member => member.user.username), known.size], [5, ['tove'], 2]);
  });
});
