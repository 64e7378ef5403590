import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ApplicationCommandType, ApplicationIntegrationType, InteractionContextType, PermissionFlagsBits, SlashCommandBuilder } from 'discord.js';
import { botOnLocalDiscord } from './bot.js';

const latest = new SlashCommandBuilder()
  .setName('latest')
  .setNameLocalizations({ de: 'neueste' })
  .setDescription('The newest articles')
  .setContexts(InteractionContextType.Guild)
  .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
  .addIntegerOption(option => option.setName('count').setDescription('How many').setMinValue(1).setMaxValue(10))
  .addStringOption(option => option.setName('topic').setDescription('Of one topic').addChoices({ name: 'Power', value: 'power' }, { name: 'Sport', value: 'sport' }));

const channel = new SlashCommandBuilder()
  .setName('channel')
  .setDescription('Where news go')
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
  .addSubcommand(sub => sub.setName('list').setDescription('All channels'))
  .addSubcommandGroup(group => group.setName('rules').setDescription('Rules')
    .addSubcommand(sub => sub.setName('add').setDescription('One more').addChannelOption(option => option.setName('to').setDescription('Where').setRequired(true))));

suite('Commands', () => {
  const here = botOnLocalDiscord();

  test('all commands are set at once, and come back as they were', async () => {
    const commands = await here.client.application.commands.set([latest, channel]);

    assert.deepEqual(commands.map(command => command.name).sort(), ['channel', 'latest']);
    const found = commands.find(command => command.name === 'latest');
    assert.ok(found.equals(JSON.parse(JSON.stringify(latest))));
    assert.equal(found.nameLocalizations.de, 'neueste');
    assert.ok(commands.find(command => command.name === 'channel').defaultMemberPermissions.has(PermissionFlagsBits.ManageGuild));
  });

  test('setting them again keeps their ids', async () => {
    const before = await here.client.application.commands.set([latest, channel]);
    const again = await here.client.application.commands.set([latest, channel]);

    assert.deepEqual([...again.keys()].sort(), [...before.keys()].sort());
  });

  test('one is created, fetched, edited and deleted', async () => {
    const { commands } = here.client.application;
    const created = await commands.create({ name: 'ask', description: 'A question' });

    assert.equal((await commands.fetch(created.id, { force: true })).description, 'A question');

    const edited = await created.edit({ description: 'A better question' });
    assert.deepEqual([edited.id, edited.name, edited.description], [created.id, 'ask', 'A better question']);
    assert.equal((await commands.fetch(created.id, { force: true })).description, 'A better question');

    await created.delete();
    assert.ok(!(await commands.fetch()).has(created.id));
  });

  test('a guild has commands of its own', async () => {
    const commands = await here.guild.commands.set([{ name: 'gazette', description: 'Only here' }]);

    assert.equal(commands.first().guildId, here.guild.id);
    assert.ok(!(await here.client.application.commands.fetch()).some(command => command.name === 'gazette'));
    await here.guild.commands.set([]);
    assert.equal((await here.guild.commands.fetch()).size, 0);
  });

  test('commands of messages and of users are registered', async () => {
    const commands = await here.guild.commands.set([
      { type: ApplicationCommandType.Message, name: 'Related coverage' },
      { type: ApplicationCommandType.User, name: 'Follows' },
    ]);

    assert.deepEqual(commands.map(command => command.type).sort(), [ApplicationCommandType.User, ApplicationCommandType.Message]);
  });

  test('a mistake is answered with the place where it is', async () => {
    await assert.rejects(
      here.client.application.commands.set([{ name: 'Upper Case', description: '' }]),
      error => error.code === 50035 && 'name' in error.rawError.errors[0]);
  });
});
