import { once } from 'node:events';
import { AttachmentBuilder, Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';
import { installed } from './installed.js';
import { answers, buttons, card, choices, commands, modal } from '../script.js';
import { token } from '../local-discord.js';

export default {
  name: 'discord.js',
  version: installed('discord.js'),
  address: 'its option `rest.api`',

  /** @param {(id: string) => void} hear Called with the id of each message that arrives from the gateway. */
  async start(discord, hear) {
    const client = new Client({ intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages], rest: { api: discord.api } });
    client.on(Events.MessageCreate, message => hear(message.id));
    client.on(Events.InteractionCreate, answer);
    const ready = once(client, Events.ClientReady);
    await client.login(token);
    await ready;
    return new Bot(client);
  },
};

async function answer(interaction) {
  if (interaction.isAutocomplete()) await interaction.respond(choices);
  else if (interaction.isButton()) await interaction.update({ content: answers.pressed, components: [] });
  else if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue('text'));
  else if (interaction.commandName === 'modal') await interaction.showModal(modal);
  else if (interaction.commandName === 'button') await interaction.reply({ content: answers.button, components: buttons });
  else if (interaction.commandName === 'defer') {
    await interaction.deferReply();
    await interaction.editReply(answers.defer);
  } else await interaction.reply(answers.answer);
}

class Bot {
  constructor(client) {
    this.client = client;
  }

  self() {
    return this.client.user.id;
  }

  cache() {
    const guild = this.client.guilds.cache.first();
    return { guild: guild.name, channels: [...guild.channels.cache.keys()], members: [...guild.members.cache.keys()] };
  }

  async register() {
    await this.client.application.commands.set(commands);
  }

  async post(channel, content) {
    return (await this.#channel(channel).send(content)).id;
  }

  async postCard(channel) {
    return (await this.#channel(channel).send({ components: card, flags: MessageFlags.IsComponentsV2 })).id;
  }

  async edit(channel, id, content) {
    await this.#channel(channel).messages.edit(id, content);
  }

  async upload(channel, name, text) {
    return (await this.#channel(channel).send({ files: [new AttachmentBuilder(Buffer.from(text), { name })] })).id;
  }

  async thread(channel, name) {
    return (await this.#channel(channel).threads.create({ name })).id;
  }

  async forumPost(forum, name, content) {
    return (await this.#channel(forum).threads.create({ name, message: { content } })).id;
  }

  async pin(channel, id) {
    await (await this.#channel(channel).messages.fetch(id)).pin();
  }

  async react(channel, id, emoji) {
    await this.#channel(channel).messages.react(id, emoji);
  }

  async stop() {
    await this.client.destroy();
  }

  #channel(id) {
    return this.client.channels.cache.get(id);
  }
}
