import assert from 'node:assert/strict';
import { before, suite, test } from 'node:test';
import {
  ActionRowBuilder, ApplicationCommandType, ButtonBuilder, ButtonStyle, ChannelSelectMenuBuilder, ChannelType, ContextMenuCommandBuilder, Events, InteractionType, LabelBuilder, MessageFlags,
  ModalBuilder, PermissionFlagsBits, RoleSelectMenuBuilder, SlashCommandBuilder, StringSelectMenuBuilder, TextInputBuilder, TextInputStyle, UserSelectMenuBuilder,
} from 'discord.js';
import { botOnLocalDiscord } from './bot.js';

const all = new SlashCommandBuilder().setName('all').setDescription('Every kind of option')
  .addStringOption(option => option.setName('text').setDescription('Text').setRequired(true))
  .addIntegerOption(option => option.setName('whole').setDescription('A whole number'))
  .addNumberOption(option => option.setName('number').setDescription('A number'))
  .addBooleanOption(option => option.setName('flag').setDescription('Yes or no'))
  .addChannelOption(option => option.setName('channel').setDescription('A channel'))
  .addUserOption(option => option.setName('user').setDescription('Somebody'))
  .addRoleOption(option => option.setName('role').setDescription('A role'));

const rules = new SlashCommandBuilder().setName('rules').setDescription('Rules').setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
  .addSubcommandGroup(group => group.setName('topic').setDescription('Of topics')
    .addSubcommand(sub => sub.setName('add').setDescription('One more').addStringOption(option => option.setName('name').setDescription('Which').setRequired(true))));

const topic = new SlashCommandBuilder().setName('topic').setDescription('The newest on a topic')
  .addStringOption(option => option.setName('name').setDescription('Which').setRequired(true).setAutocomplete(true));

const ping = new SlashCommandBuilder().setName('ping').setDescription('An answer');

const coverage = new ContextMenuCommandBuilder().setName('Related coverage').setType(ApplicationCommandType.Message);

const follows = new ContextMenuCommandBuilder().setName('Follows').setType(ApplicationCommandType.User);

const button = (id, label = 'Press') => new ActionRowBuilder().addComponents(new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(ButtonStyle.Primary));

const question = new ModalBuilder().setCustomId('question').setTitle('Ask').addLabelComponents(
  new LabelBuilder().setLabel('What?').setTextInputComponent(new TextInputBuilder().setCustomId('text').setStyle(TextInputStyle.Paragraph).setMaxLength(200)));

const filledIn = text => ({ submit: { custom_id: 'question', components: [{ type: 18, component: { type: 4, custom_id: 'text', value: text } }] } });

suite('Interactions', () => {
  const here = botOnLocalDiscord();

  before(() => here.client.application.commands.set([all, rules, topic, ping, coverage, follows]));

  /** An answer with something to press or choose from, that somebody asked for. */
  const answered = async reply => (await here.use({ command: '/ping' }, interaction => interaction.reply(reply))).message;

  suite('Slash commands', () => {
    test('each kind of option arrives as what it is', async () => {
      const me = here.client.user.id;
      const { roles } = here.guild;
      const role = roles.cache.find(one => one.name !== '@everyone');

      const { interaction } = await here.use(
        { command: `/all text:"storm surge" whole:3 number:1.5 flag:true channel:#news user:${me} role:${role.id}` },
        received => received.reply('Thanks'));

      const { options } = interaction;
      assert.ok(interaction.isChatInputCommand());
      assert.equal(options.getString('text'), '"storm surge"');
      assert.equal(options.getInteger('whole'), 3);
      assert.equal(options.getNumber('number'), 1.5);
      assert.equal(options.getBoolean('flag'), true);
      assert.equal(options.getChannel('channel', true, [ChannelType.GuildText]).name, 'news');
      assert.equal(options.getUser('user').id, me);
      assert.equal(options.getRole('role').id, role.id);
    });

    test('who, where and with what rights is told', async () => {
      const { interaction } = await here.use({ command: '/ping', channel: 'general' }, received => received.reply('Pong'));

      assert.equal(interaction.channel.name, 'general');
      assert.equal(interaction.guild, here.guild);
      assert.ok(!interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild));
      assert.ok(interaction.appPermissions.has(PermissionFlagsBits.SendMessages));
      assert.equal(interaction.locale, 'en-US');
    });

    test('a subcommand in a group arrives with its path', async () => {
      const { interaction } = await here.use({ as: 'moderator', command: '/rules topic add name:Energy' }, received => received.reply('Added'));

      assert.equal(interaction.options.getSubcommandGroup(), 'topic');
      assert.equal(interaction.options.getSubcommand(), 'add');
      assert.equal(interaction.options.getString('name'), 'Energy');
    });

    test('a command for moderators is not for members', async () => {
      await assert.rejects(here.discord.use({ command: '/rules topic add name:Energy' }), /400/);
    });

    test('suggestions come while it is typed', async () => {
      const { interaction, choices } = await here.use({ suggest: '/topic name:po' }, received => {
        assert.ok(received.isAutocomplete());
        return received.respond([{ name: 'Power', value: 'power' }]);
      });

      assert.deepEqual(interaction.options.getFocused(true), { name: 'name', type: 3, value: 'po', focused: true });
      assert.deepEqual(choices.map(choice => [choice.name, choice.value]), [['Power', 'power']]);
    });
  });

  suite('Menus', () => {
    test('a command of a message arrives with the message', async () => {
      const sent = await here.channel('news').send('Storm cuts power');

      const { interaction, message } = await here.use({ menu: { command: 'Related coverage', message: sent.id } }, received => received.reply('Three others'));

      assert.ok(interaction.isMessageContextMenuCommand());
      assert.equal(interaction.targetMessage.id, sent.id);
      assert.equal(interaction.targetMessage.content, 'Storm cuts power');
      assert.equal(message.content, 'Three others');
    });

    test('a command of somebody arrives with who they are', async () => {
      const { interaction } = await here.use({ menu: { command: 'Follows', user: 'moderator' } }, received => received.reply('Everything'));

      assert.ok(interaction.isUserContextMenuCommand());
      assert.notEqual(interaction.targetUser.id, interaction.user.id);
      assert.equal(interaction.targetMember.user.id, interaction.targetUser.id);
    });
  });

  suite('Answers', () => {
    test('reply', async () => {
      const { message } = await here.use({ command: '/ping' }, interaction => interaction.reply('Pong'));

      assert.equal(message.content, 'Pong');
    });

    test('reply with the message as the answer', async () => {
      let response;
      const { message } = await here.use({ command: '/ping' }, async interaction => {
        response = await interaction.reply({ content: 'Pong', withResponse: true });
      });

      assert.equal(response.resource.message.id, message.id);
      assert.equal(response.resource.message.content, 'Pong');
      assert.equal(response.resource.message.interactionMetadata.type, InteractionType.ApplicationCommand);
    });

    test('ephemeral reply, for one person only', async () => {
      const { message } = await here.use({ command: '/ping' }, interaction => interaction.reply({ content: 'Between us', flags: MessageFlags.Ephemeral }));

      assert.ok((await here.discord.messages('general', 'member')).some(seen => seen.id === message.id));
      assert.ok(!(await here.discord.messages('general', 'moderator')).some(seen => seen.id === message.id));
    });

    test('defer, then edit', async () => {
      const { message } = await here.use({ command: '/ping' }, async interaction => {
        await interaction.deferReply();
        const thinking = await interaction.fetchReply();
        assert.ok(thinking.flags.has(MessageFlags.Loading));
        await interaction.editReply('Pong, after some thought');
      });

      assert.equal(message.content, 'Pong, after some thought');
    });

    test('defer for one person, then edit', async () => {
      const { message } = await here.use({ command: '/ping' }, async interaction => {
        await interaction.deferReply({ flags: MessageFlags.Ephemeral });
        await interaction.editReply('Between us');
      });

      assert.ok((message.flags & MessageFlags.Ephemeral) !== 0);
      assert.ok(!(await here.discord.messages('general', 'moderator')).some(seen => seen.id === message.id));
    });

    test('edit what was replied', async () => {
      const { interaction, message } = await here.use({ command: '/ping' }, received => received.reply('Pogn'));

      const edited = await interaction.editReply('Pong');

      assert.equal(edited.id, message.id);
      assert.equal((await here.discord.messages('general')).find(seen => seen.id === message.id).content, 'Pong');
    });

    test('delete what was replied', async () => {
      const { interaction, message } = await here.use({ command: '/ping' }, received => received.reply('Pong'));

      await interaction.deleteReply();

      assert.ok(!(await here.discord.messages('general')).some(seen => seen.id === message.id));
    });

    test('follow up, for all and for one', async () => {
      const { interaction } = await here.use({ command: '/ping' }, received => received.reply('First'));

      const second = await interaction.followUp('Second');
      const third = await interaction.followUp({ content: 'Third', flags: MessageFlags.Ephemeral });
      await interaction.webhook.editMessage(second.id, 'Second, edited');
      assert.equal((await interaction.fetchReply(second.id)).content, 'Second, edited');
      await interaction.deleteReply(third.id);

      const seen = await here.discord.messages('general');
      assert.equal(seen.find(message => message.id === second.id).content, 'Second, edited');
      assert.ok(!seen.some(message => message.id === third.id));
    });

    test('a private message to whoever asked', async () => {
      const { interaction } = await here.use({ command: '/ping' }, received => received.reply('See your messages'));

      const sent = await interaction.user.send('Pong');

      assert.equal(sent.channel.type, ChannelType.DM);
      assert.equal(sent.channel.recipientId, interaction.user.id);
      assert.equal((await sent.edit('Pong, edited')).content, 'Pong, edited');
    });

    test('twice is refused', async () => {
      const { interaction } = await here.use({ command: '/ping' }, received => received.reply('Pong'));

      interaction.replied = false;
      await assert.rejects(interaction.reply('Pong'), { code: 40060 });
    });

    test('after three seconds is too late', async () => {
      const received = here.next(Events.InteractionCreate);
      await assert.rejects(here.discord.use({ command: '/ping' }), /504/);

      await assert.rejects((await received).reply('Pong'), { code: 10062 });
    });
  });

  suite('Components', () => {
    test('a button updates its message', async () => {
      const { id } = await answered({ content: 'Page 1', components: [button('next')] });

      const { interaction, message } = await here.use({ press: { message: id, custom_id: 'next' } }, received => received.update({ content: 'Page 2' }));

      assert.ok(interaction.isButton());
      assert.equal(interaction.message.id, id);
      assert.equal(message.id, id);
      assert.equal(message.content, 'Page 2');
    });

    test('a button of a message that was sent without being asked', async () => {
      const sent = await here.channel('news').send({ content: 'Storm cuts power', components: [button('coverage')] });

      const { message } = await here.use({ press: { message: sent.id, custom_id: 'coverage' } }, received => received.reply({ content: 'Three others', flags: MessageFlags.Ephemeral }));

      assert.equal(message.content, 'Three others');
      assert.notEqual(message.id, sent.id);
    });

    test('a button updates its message later', async () => {
      const { id } = await answered({ content: 'Page 1', components: [button('next')] });

      const { interaction, message } = await here.use({ press: { message: id, custom_id: 'next' } }, received => received.deferUpdate());
      await interaction.editReply({ content: 'Page 2', components: [] });

      assert.equal(message.content, 'Page 1');
      const later = (await here.discord.messages('general')).find(one => one.id === id);
      assert.equal(later.content, 'Page 2');
      assert.deepEqual(later.components, []);
    });

    test('a choice of texts', async () => {
      const menu = new StringSelectMenuBuilder().setCustomId('topics').setMinValues(1).setMaxValues(2)
        .addOptions({ label: 'Power', value: 'power' }, { label: 'Sport', value: 'sport' }, { label: 'Weather', value: 'weather' });
      const { id } = await answered({ content: 'Which?', components: [new ActionRowBuilder().addComponents(menu)] });

      const { interaction } = await here.use({ select: { message: id, custom_id: 'topics', values: ['power', 'weather'] } }, received => received.update('Thanks'));

      assert.ok(interaction.isStringSelectMenu());
      assert.deepEqual(interaction.values, ['power', 'weather']);
    });

    for (const [name, Menu, check, chosen] of [
      ['channels', ChannelSelectMenuBuilder, interaction => interaction.isChannelSelectMenu() && interaction.channels, () => here.channel('news').id],
      ['roles', RoleSelectMenuBuilder, interaction => interaction.isRoleSelectMenu() && interaction.roles, () => here.guild.roles.cache.find(role => role.name !== '@everyone').id],
      ['people', UserSelectMenuBuilder, interaction => interaction.isUserSelectMenu() && interaction.users, () => here.client.user.id],
    ]) {
      test(`a choice of ${name}`, async () => {
        const { id } = await answered({ content: 'Which?', components: [new ActionRowBuilder().addComponents(new Menu().setCustomId(name))] });

        const { interaction } = await here.use({ select: { message: id, custom_id: name, values: [chosen()] } }, received => received.update('Thanks'));

        assert.ok(check(interaction).has(chosen()));
      });
    }
  });

  suite('Modals', () => {
    test('a command opens one, and what was filled in is answered', async () => {
      const { modal } = await here.use({ command: '/ping' }, interaction => interaction.showModal(question));
      assert.equal(modal.title, 'Ask');

      const { interaction, message } = await here.use(filledIn('Why?'), received => received.reply(received.fields.getTextInputValue('text')));

      assert.ok(interaction.isModalSubmit());
      assert.equal(interaction.customId, 'question');
      assert.equal(message.content, 'Why?');
    });

    test('a button opens one, and what was filled in updates its message', async () => {
      const { id } = await answered({ content: 'Nobody asked', components: [button('ask')] });
      await here.use({ press: { message: id, custom_id: 'ask' } }, interaction => interaction.showModal(question));

      const { interaction, message } = await here.use(filledIn('Why?'), received => received.update('Somebody asked'));

      assert.ok(interaction.isFromMessage());
      assert.equal(message.id, id);
      assert.equal(message.content, 'Somebody asked');
    });
  });
});
