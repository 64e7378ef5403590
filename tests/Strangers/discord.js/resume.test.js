import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Events } from 'discord.js';
import { botOnLocalDiscord } from './bot.js';

suite('When the connection breaks', () => {
  const here = botOnLocalDiscord();

  for (const [fault, name] of [['drop', 'a dropped socket'], ['reconnect', 'a request to connect again']]) {
    test(`after ${name} the session is resumed, and nothing that happened meanwhile is lost`, async () => {
      const resumed = here.next(Events.ShardResume);

      await here.discord.fault({ gateway: fault });
      await here.heard('general', `Said during ${name}`);

      await resumed;
    });
  }

  test('a heartbeat that is asked for is sent, and the connection stays', async () => {
    const beat = new Promise(resolve => here.client.on(Events.Debug, line => /heartbeat/i.test(line) && resolve()));

    await here.discord.fault({ gateway: 'heartbeat' });
    await beat;

    await here.heard('general', 'Still there?');
  });

  test('an answer that is lost on the way is asked for again', async () => {
    await here.discord.fault({ api: 'create-message', status: 502 });

    const sent = await here.channel('general').send('Twice asked');

    assert.equal((await here.discord.messages('general')).filter(message => message.content === sent.content).length, 1);
  });

  test('after the session ended it identifies anew', async () => {
    const ready = here.next(Events.ShardReady);

    await here.discord.fault({ gateway: 'invalidate' });

    await ready;
    await here.heard('general', 'Hello again');
  });
});
