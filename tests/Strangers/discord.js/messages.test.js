import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ActionRowBuilder, AttachmentBuilder, ButtonBuilder, ButtonStyle, ContainerBuilder, EmbedBuilder, Events, MessageFlags, MessageType, SeparatorBuilder, TextDisplayBuilder } from 'discord.js';
import { botOnLocalDiscord } from './bot.js';

suite('Messages', () => {
  const here = botOnLocalDiscord();

  test('one is sent, and people see it', async () => {
    const sent = await here.channel('general').send('Good morning');

    assert.equal(sent.author.id, here.client.user.id);
    assert.equal((await here.discord.messages('general')).at(-1).content, 'Good morning');
  });

  test('an embed comes back as it was sent', async () => {
    const embed = new EmbedBuilder()
      .setTitle('Storm cuts power')
      .setURL('https://gazette.example/storm')
      .setDescription('**Two** thousand homes')
      .setColor(0x5865f2)
      .setTimestamp(new Date('2026-11-13T08:00:00Z'))
      .setAuthor({ name: 'The Harbour Gazette' })
      .setFooter({ text: 'Energy' })
      .addFields({ name: 'Quality', value: '80', inline: true });

    const sent = await here.channel('news').send({ embeds: [embed] });

    assert.ok(sent.embeds[0].equals(embed.toJSON()));
  });

  test('components of the second version come back as they were sent', async () => {
    const container = new ContainerBuilder()
      .setAccentColor(0x5865f2)
      .addTextDisplayComponents(new TextDisplayBuilder().setContent('# Storm cuts power'))
      .addSeparatorComponents(new SeparatorBuilder())
      .addActionRowComponents(new ActionRowBuilder().addComponents(new ButtonBuilder().setLabel('Read').setStyle(ButtonStyle.Link).setURL('https://gazette.example/storm')));

    const sent = await here.channel('news').send({ components: [container], flags: MessageFlags.IsComponentsV2 });

    assert.ok(sent.flags.has(MessageFlags.IsComponentsV2));
    assert.equal(sent.components[0].components[0].content, '# Storm cuts power');
    assert.equal(sent.components[0].components[2].components[0].url, 'https://gazette.example/storm');
  });

  test('a file goes with a message', async () => {
    const table = Buffer.from('year,outages\n2026,3\n');
    const chart = new AttachmentBuilder(table).setName('outages.csv');

    const sent = await here.channel('news').send({ content: 'Outages by year', files: [chart] });

    const file = sent.attachments.first();
    assert.equal(file.name, 'outages.csv');
    assert.equal(file.size, table.length);
    assert.equal(sent.content, 'Outages by year');
  });

  test('one is edited, and the edit shows', async () => {
    const sent = await here.channel('general').send('Good mornign');
    const updated = here.next(Events.MessageUpdate);

    const edited = await sent.edit('Good morning');

    assert.equal(edited.content, 'Good morning');
    assert.ok(edited.editedTimestamp >= sent.createdTimestamp);
    assert.equal((await updated).id, sent.id);
  });

  test('one is deleted, and is gone', async () => {
    const sent = await here.channel('general').send('Never mind');
    const deleted = here.next(Events.MessageDelete);

    await sent.delete();

    assert.equal((await deleted).id, sent.id);
    await assert.rejects(here.channel('general').messages.fetch({ message: sent.id, force: true }), { code: 10008 });
  });

  test('a reply names what it replies to', async () => {
    const question = await here.heard('general', 'Any news?');

    const reply = await question.reply('Plenty.');

    assert.equal(reply.type, MessageType.Reply);
    assert.equal(reply.reference.messageId, question.id);
  });

  test('several are fetched, newest first', async () => {
    const channel = here.channel('announcements');
    const first = await channel.send('First');
    const second = await channel.send('Second');

    const fetched = await channel.messages.fetch({ limit: 2 });

    assert.deepEqual([...fetched.keys()], [second.id, first.id]);
  });

  test('one with the same nonce is not sent again', async () => {
    const message = { content: 'Once', nonce: 'delivery-1', enforceNonce: true };

    const first = await here.channel('news').send(message);
    const second = await here.channel('news').send(message);

    assert.equal(second.id, first.id);
  });

  test('one is published to those who follow', async () => {
    const sent = await here.channel('announcements').send('For everybody');

    const updated = here.next(Events.MessageUpdate);

    await sent.crosspost();

    await updated;
    assert.ok(sent.flags.has(MessageFlags.Crossposted));
    await assert.rejects(sent.crosspost(), { code: 40033 });
  });

  test('a channel that is not for the bot says so', async () => {
    await assert.rejects(here.channel('rules').send('Hello'), { code: 50013, status: 403 });
  });

  test('a message that is too long is refused with its place', async () => {
    await assert.rejects(
      here.channel('news').send('x'.repeat(2001)),
      error => error.code === 50035 && error.rawError.errors.content._errors[0].code === 'BASE_TYPE_MAX_LENGTH');
  });

  test('more than the channel allows at once is sent in order, later', async () => {
    const numbers = ['1', '2', '3', '4', '5', '6', '7'];

    const sent = await Promise.all(numbers.map(number => here.channel('announcements').send(number)));

    assert.deepEqual(sent.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1)).map(message => message.content), numbers);
  });
});
