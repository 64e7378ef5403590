import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ChannelType, PermissionFlagsBits, Status } from 'discord.js';
import { botOnLocalDiscord, newClient } from './bot.js';

suite('Login', () => {
  const here = botOnLocalDiscord();

  test('a stranger gets ready with nothing changed but the address', () => {
    assert.ok(here.client.isReady());
    assert.equal(here.client.ws.status, Status.Ready);
    assert.ok(here.client.user.bot);
    assert.equal(here.client.application.id, here.client.user.id);
  });

  test('it knows the guild with its channels, roles and itself', () => {
    assert.equal(here.client.guilds.cache.size, 1);
    assert.ok(here.guild.available);
    assert.equal(here.channel('general').type, ChannelType.GuildText);
    assert.equal(here.channel('announcements').type, ChannelType.GuildAnnouncement);
    assert.equal(here.channel('stories').type, ChannelType.GuildForum);
    assert.deepEqual(here.channel('stories').availableTags.map(tag => tag.name), ['World', 'Local', 'Weather', 'Sport', 'Developing', 'Settled']);
    assert.ok(here.guild.roles.everyone);
    assert.equal(here.guild.members.me.id, here.client.user.id);
  });

  test('it works out the permissions that the server holds it to', () => {
    const may = (name, permission) => here.channel(name).permissionsFor(here.guild.members.me).has(permission);

    assert.ok(may('news', PermissionFlagsBits.SendMessages));
    assert.ok(may('general', PermissionFlagsBits.EmbedLinks));
    assert.ok(!may('rules', PermissionFlagsBits.SendMessages));
    assert.ok(may('rules', PermissionFlagsBits.ViewChannel));
  });

  test('it fetches all that it could know already, and finds it the same', async () => {
    const { client, guild } = here;
    const options = { force: true, cache: false };

    assert.equal((await guild.fetch()).name, guild.name);
    assert.equal((await client.channels.fetch(here.channel('news').id, options)).topic, here.channel('news').topic);
    assert.deepEqual([...(await guild.channels.fetch()).keys()].sort(), [...guild.channels.cache.keys()].sort());
    assert.deepEqual([...(await guild.roles.fetch()).keys()].sort(), [...guild.roles.cache.keys()].sort());
    assert.equal((await guild.members.fetchMe(options)).id, client.user.id);
    assert.equal((await client.application.fetch()).id, client.user.id);
  });

  test('a wrong token is refused', async () => {
    const client = newClient(here.discord);
    try {
      await assert.rejects(client.login('not-the-token'), /token/i);
    } finally {
      await client.destroy();
    }
  });
});
