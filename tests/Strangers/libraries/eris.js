import { Agent } from 'node:https';
import { once } from 'node:events';
import { AutocompleteInteraction, Client, ComponentInteraction, Constants, ModalSubmitInteraction } from 'eris';
import { installed } from './installed.js';
import { answers, buttons, card, choices, commands, isComponentsV2, modal } from '../script.js';
import { token } from '../local-discord.js';

export default {
  name: 'eris',
  version: installed('eris'),
  address: 'its options `rest.domain` and `rest.agent`, which trusts the certificate; it speaks https only',

  async start({ secure: { address, certificate } }, hear) {
    const client = new Client(`Bot ${token}`, {
      intents: ['guilds', 'guildMessages'],
      rest: { domain: address.host, agent: new Agent({ host: address.hostname, port: address.port, ca: certificate }) },
      ws: { ca: certificate },
    });
    client.on('messageCreate', message => hear(message.id));
    client.on('interactionCreate', answer);
    // Eris emits as an error that a connection broke, before it connects again.
    client.on('error', () => {});
    const ready = once(client, 'ready');
    await client.connect();
    await ready;
    return new Bot(client);
  },
};

async function answer(interaction) {
  const { data } = interaction;
  if (interaction instanceof AutocompleteInteraction) await interaction.result(choices);
  else if (interaction instanceof ComponentInteraction) await interaction.editParent({ content: answers.pressed, components: [] });
  else if (interaction instanceof ModalSubmitInteraction) await interaction.createMessage(data.components[0].components[0].value);
  else if (data.name === 'modal') await interaction.createModal(modal);
  else if (data.name === 'button') await interaction.createMessage({ content: answers.button, components: buttons });
  else if (data.name === 'defer') {
    await interaction.defer();
    await interaction.editOriginalMessage(answers.defer);
  } else await interaction.createMessage(answers.answer);
}

class Bot {
  constructor(client) {
    this.client = client;
  }

  self() {
    return this.client.user.id;
  }

  cache() {
    const [guild] = this.client.guilds.values();
    return { guild: guild.name, channels: [...guild.channels.keys()], members: [...guild.members.keys()] };
  }

  async register() {
    await this.client.bulkEditCommands(commands.map(command => ({ type: 1, ...command })));
  }

  async post(channel, content) {
    return (await this.client.createMessage(channel, content)).id;
  }

  async postCard(channel) {
    return (await this.client.createMessage(channel, { components: card, flags: isComponentsV2 })).id;
  }

  async edit(channel, id, content) {
    await this.client.editMessage(channel, id, content);
  }

  async upload(channel, name, text) {
    return (await this.client.createMessage(channel, {}, { name, file: Buffer.from(text) })).id;
  }

  async thread(channel, name) {
    return (await this.client.createThread(channel, { name, type: Constants.ChannelTypes.GUILD_PUBLIC_THREAD })).id;
  }

  async forumPost(forum, name, content) {
    return (await this.client.createThread(forum, { name, message: { content } })).id;
  }

  async pin(channel, id) {
    await this.client.pinMessage(channel, id);
  }

  async react(channel, id, emoji) {
    await this.client.addMessageReaction(channel, id, emoji);
  }

  stop() {
    this.client.disconnect({ reconnect: false });
  }
}
