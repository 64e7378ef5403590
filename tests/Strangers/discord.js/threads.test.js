import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ChannelType, Events, MessageFlags, ThreadAutoArchiveDuration } from 'discord.js';
import { botOnLocalDiscord } from './bot.js';

suite('Threads and forum posts', () => {
  const here = botOnLocalDiscord();

  test('a message begins a thread, and the thread is written in', async () => {
    const sent = await here.channel('news').send('Storm cuts power');
    const created = here.next(Events.ThreadCreate);

    const thread = await sent.startThread({ name: 'Storm', autoArchiveDuration: ThreadAutoArchiveDuration.OneDay });

    assert.equal((await created).id, thread.id);
    // A thread has the id of the message that began it.
    assert.equal(thread.id, sent.id);
    assert.equal(thread.type, ChannelType.PublicThread);
    assert.equal(thread.parentId, here.channel('news').id);
    assert.equal(thread.autoArchiveDuration, ThreadAutoArchiveDuration.OneDay);
    const written = await thread.send('More at noon');
    assert.equal(written.channelId, thread.id);
    assert.ok((await sent.fetch(true)).flags.has(MessageFlags.HasThread));
    // What the client was told of the message keeps it from asking for a second one.
    await assert.rejects(sent.startThread({ name: 'Storm again' }), { code: 'MessageExistingThread' });
  });

  test('a channel has a thread without a message', async () => {
    const thread = await here.channel('general').threads.create({ name: 'Corrections' });

    assert.equal(thread.type, ChannelType.PublicThread);
    assert.ok((await here.guild.channels.fetchActiveThreads()).threads.has(thread.id));
  });

  test('a story is a post in the forum, with its tags', async () => {
    const forum = here.channel('stories');
    const weather = forum.availableTags.find(tag => tag.name === 'Weather');

    const post = await forum.threads.create({ name: 'Storm Marmalade', appliedTags: [weather.id], message: { content: 'What is known' } });

    assert.equal(post.parentId, forum.id);
    assert.deepEqual(post.appliedTags, [weather.id]);
    const starter = await post.fetchStarterMessage();
    assert.equal(starter.id, post.id);
    assert.equal(starter.content, 'What is known');
    await post.send('And more');
    await assert.rejects(forum.threads.create({ name: 'Nothing', appliedTags: ['1214123237466701827'], message: { content: 'x' } }));
  });

  test('a thread is renamed, archived, and wakes when it is written in', async () => {
    const thread = await here.channel('general').threads.create({ name: 'Typos' });

    assert.equal((await thread.setName('Errata')).name, 'Errata');
    assert.ok((await thread.setArchived(true)).archived);
    assert.ok((await here.channel('general').threads.fetchArchived()).threads.has(thread.id));
    const woken = here.next(Events.ThreadUpdate);
    await thread.send('One more');
    await woken;
    assert.ok(!thread.archived);
  });

  test('the bot joins and leaves', async () => {
    const thread = await here.channel('general').threads.create({ name: 'Comings and goings' });

    await thread.leave();
    await thread.join();
  });

  test('deleting a thread is for those who manage threads', async () => {
    const thread = await here.channel('general').threads.create({ name: 'Never mind' });

    await assert.rejects(thread.delete(), { code: 50013, status: 403 });
  });
});
