import assert from 'node:assert/strict';
import { answers, choices, commands, isComponentsV2, modal } from './script.js';

const botId = '1214122662297600000';

/**
 * What every library is tried at, in order; each is a row of the table. A bot that runs on the library does it, and people on the
 * local Discord, or what the library knows afterwards, show that it worked.
 */
export const capabilities = {
  async 'log in'({ bot }) {
    assert.equal(await bot.self(), botId);
  },

  async 'cache of guild, channels, and members'({ bot, guild }) {
    const known = await bot.cache();

    assert.equal(known.guild, guild.name);
    assert.deepEqual(known.channels.toSorted(), guild.channels.filter(({ type }) => type < 10 || type > 12).map(({ id }) => id).toSorted());
    assert.deepEqual(known.members, [botId]);
  },

  async 'register commands'({ bot, discord }) {
    await bot.register();

    assert.deepEqual((await discord.commands()).map(({ name }) => name).toSorted(), commands.map(({ name }) => name).toSorted());
  },

  async 'answer a command'({ discord }) {
    assert.equal((await discord.use({ command: '/answer' })).message.content, answers.answer);
  },

  async 'defer, then answer'({ discord }) {
    assert.equal((await discord.use({ command: '/defer' })).message.content, answers.defer);
  },

  async 'button'({ discord }) {
    const asked = (await discord.use({ command: '/button' })).message;
    assert.equal(asked.content, answers.button);

    const pressed = (await discord.use({ press: { message: asked.id, custom_id: 'press' } })).message;

    assert.deepEqual([pressed.id, pressed.content], [asked.id, answers.pressed]);
  },

  async 'modal'({ discord }) {
    assert.equal((await discord.use({ command: '/modal' })).modal.title, modal.title);

    const filledIn = { custom_id: modal.custom_id, components: [{ type: 1, components: [{ type: 4, custom_id: 'text', value: 'Why?' }] }] };

    assert.equal((await discord.use({ submit: filledIn })).message.content, 'Why?');
  },

  async 'autocomplete'({ discord }) {
    assert.deepEqual((await discord.use({ suggest: '/suggest topic:po' })).choices, choices);
  },

  async 'Components V2'({ bot, discord, channel }) {
    const id = await bot.postCard(channel('news'));

    const seen = await message(discord, 'news', id);
    assert.ok(seen.flags & isComponentsV2);
    assert.equal(seen.components[0].components[0].content, '# A card');
  },

  async 'post a message'({ bot, discord, channel }) {
    const id = await bot.post(channel('news'), 'Good morning');

    assert.equal((await message(discord, 'news', id)).content, 'Good morning');
  },

  async 'edit a message'({ bot, discord, channel }) {
    const id = await bot.post(channel('news'), 'Good mornign');

    await bot.edit(channel('news'), id, 'Good morning');

    assert.equal((await message(discord, 'news', id)).content, 'Good morning');
  },

  async 'upload a file'({ bot, discord, channel }) {
    const id = await bot.upload(channel('news'), 'outages.csv', 'year,outages\n2026,3\n');

    const [file] = (await message(discord, 'news', id)).attachments;
    assert.equal(file.filename, 'outages.csv');
    assert.equal(await (await fetch(file.url)).text(), 'year,outages\n2026,3\n');
  },

  async 'thread'({ bot, discord, channel }) {
    const thread = await bot.thread(channel('general'), 'Corrections');
    const id = await bot.post(thread, 'None so far');

    assert.equal((await discord.guild()).channels.find(one => one.id === thread).name, 'Corrections');
    assert.equal((await message(discord, thread, id)).content, 'None so far');
  },

  async 'forum post'({ bot, discord, channel }) {
    const post = await bot.forumPost(channel('stories'), 'Storm', 'What is known');

    assert.equal((await discord.guild()).channels.find(one => one.id === post).parent_id, channel('stories'));
    assert.equal((await message(discord, post, post)).content, 'What is known');
  },

  async 'pin a message'({ bot, discord, channel }) {
    await discord.fault({ role: 'News Desk', allow: ['PIN_MESSAGES'] });
    const id = await bot.post(channel('general'), 'Read this first');

    await bot.pin(channel('general'), id);

    assert.ok((await message(discord, 'general', id)).pinned);
  },

  async 'react to a message'({ bot, discord, channel }) {
    const { id } = await discord.write('general', 'Thanks!');

    await bot.react(channel('general'), id, '👍');

    assert.equal((await message(discord, 'general', id)).reactions[0].emoji.name, '👍');
  },

  async 'burst of 50 messages'({ bot, discord, channel }) {
    // Ten to each of five: twice as many as a channel takes at once.
    const threads = await Promise.all(['1', '2', '3', '4', '5'].map(name => bot.thread(channel('general'), `Burst ${name}`)));
    const numbers = Array.from({ length: 10 }, (_, number) => `${number}`);

    await Promise.all(numbers.flatMap(number => threads.map(thread => bot.post(thread, number))));

    for (const thread of threads) {
      assert.deepEqual((await discord.messages(thread)).map(({ content }) => content).toSorted(), numbers);
    }
  },

  async 'wait after a 429'({ bot, discord, channel }) {
    await discord.fault({ api: 'create-message', status: 429, retry_after: 0.2 });

    const id = await bot.post(channel('news'), 'In a moment');

    assert.equal((await message(discord, 'news', id)).content, 'In a moment');
  },

  async 'resume after a dropped connection'(here) {
    await resumesAfter(here, { gateway: 'drop' });
  },

  async 'reconnect when asked (op 7)'(here) {
    await resumesAfter(here, { gateway: 'reconnect' });
  },

  async 'identify again after an invalid session (op 9)'({ discord, heard }) {
    const left = await discord.sessionsLeft();

    await discord.invalidate();

    assert.equal(await discord.sessionsLeft(), left - 1);
    await heard((await discord.write('general', 'Hello again')).id);
    assert.equal((await discord.use({ command: '/answer' })).message.content, answers.answer);
  },
};

/** What is said while the bot is away arrives, and in the same session. */
async function resumesAfter({ discord, heard }, fault) {
  const left = await discord.sessionsLeft();

  await discord.fault(fault);
  await heard((await discord.write('general', 'Said meanwhile')).id);

  assert.equal(await discord.sessionsLeft(), left);
}

async function message(discord, channel, id) {
  return (await discord.messages(channel, 'moderator')).find(one => one.id === id);
}
