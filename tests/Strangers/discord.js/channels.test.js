import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ChannelType, Events, PermissionFlagsBits } from 'discord.js';
import { botOnLocalDiscord } from './bot.js';

suite('Channels and who may do what in them', () => {
  const here = botOnLocalDiscord();
  const allow = (...permissions) => here.discord.fault({ role: 'News Desk', allow: permissions });

  test('a channel is made where the bot may make one', async () => {
    await assert.rejects(here.guild.channels.create({ name: 'storm-watch' }), { code: 50013 });
    await allow('MANAGE_CHANNELS');
    const told = here.next(Events.ChannelCreate);

    const channel = await here.guild.channels.create({ name: 'Storm Watch', topic: 'Wind and water', parent: here.channel('Newsroom') });

    assert.equal((await told).id, channel.id);
    assert.deepEqual([channel.name, channel.type, channel.topic, channel.parent.name], ['storm-watch', ChannelType.GuildText, 'Wind and water', 'Newsroom']);
    assert.equal((await channel.send('Force nine')).channelId, channel.id);
  });

  test('a channel is closed to everybody, and opened again', async () => {
    await allow('MANAGE_ROLES');
    const channel = here.channel('general');
    const everyone = here.guild.roles.everyone;
    const mayWrite = async () => (await channel.fetch(true)).permissionsFor(everyone).has(PermissionFlagsBits.SendMessages);

    await channel.permissionOverwrites.edit(everyone, { SendMessages: false });
    assert.equal(await mayWrite(), false);

    await channel.permissionOverwrites.delete(everyone);
    assert.equal(await mayWrite(), true);
  });

  test('what the bot does not have, it cannot give', async () => {
    await allow('MANAGE_ROLES');
    await assert.rejects(here.channel('general').permissionOverwrites.edit(here.guild.roles.everyone, { ManageMessages: true }), { code: 50013 });
  });

  test('private threads are listed once they sleep', async () => {
    const channel = here.channel('general');
    await here.discord.fault({ channel: 'general', allow: ['CREATE_PRIVATE_THREADS', 'MANAGE_THREADS'] });
    const thread = await channel.threads.create({ name: 'Sources', type: ChannelType.PrivateThread });
    await thread.setArchived(true);

    assert.ok((await channel.threads.fetchArchived({ type: 'private' })).threads.has(thread.id));
    assert.ok((await channel.threads.fetchArchived({ type: 'private', fetchAll: true, limit: 2 })).threads.has(thread.id));
    assert.ok(!(await channel.threads.fetchArchived()).threads.has(thread.id));
  });

  test('a user is fetched by id', async () => {
    assert.equal((await here.client.users.fetch('1214124387804905474', { force: true })).username, 'mira');
    await assert.rejects(here.client.users.fetch('1', { force: true }), { code: 10013 });
  });
});
