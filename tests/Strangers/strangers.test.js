import { after, before, suite, test } from 'node:test';
import { capabilities } from './capabilities.js';
import { Heard } from './heard.js';
import { libraries } from './libraries.js';
import { startLocalDiscord } from './local-discord.js';
import { checkTable, passes } from './table.js';

const patience = 40_000;

suite('Libraries that are not ours, on the local Discord', { concurrency: libraries.length }, () => {
  for (const library of libraries) {
    suite(library.name, { concurrency: 1, skip: library.missing }, () => {
      const here = {};

      before(async () => {
        const heard = new Heard();
        here.discord = await startLocalDiscord();
        here.guild = await here.discord.guild();
        here.channel = name => here.guild.channels.find(channel => channel.name === name).id;
        here.heard = id => heard.message(id);
        here.bot = await library.start(here.discord, id => heard.add(id));
      }, { timeout: patience });

      after(async () => {
        await here.bot?.stop();
        await here.discord.stop();
      });

      for (const [capability, check] of Object.entries(capabilities)) {
        if (library.lacks?.[capability]) continue;
        test(capability, { timeout: patience }, async () => {
          await check(here);
          passes(library, capability);
        });
      }
    });
  }
});

test('the table in the README is what was measured', () => checkTable());
