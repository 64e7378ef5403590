import { once } from 'node:events';
import { ApplicationCommandTypes, ChannelTypes, Client, InteractionTypes, MessageFlags } from 'oceanic.js';
import { installed } from './installed.js';
import { answers, buttons, card, choices, commands, modal } from '../script.js';
import { token } from '../local-discord.js';

export default {
  name: 'oceanic.js',
  version: installed('oceanic.js'),
  address: 'its option `rest.baseURL`',

  async start(discord, hear) {
    const client = new Client({
      auth: `Bot ${token}`,
      gateway: { intents: ['GUILDS', 'GUILD_MESSAGES'] },
      rest: { baseURL: `${discord.api}/v10` },
    });
    client.on('messageCreate', message => hear(message.id));
    client.on('interactionCreate', answer);
    // It emits as an error that a connection broke, before it connects again.
    client.on('error', () => {});
    const ready = once(client, 'ready');
    await client.connect();
    await ready;
    return new Bot(client);
  },
};

async function answer(interaction) {
  const { type, data } = interaction;
  if (type === InteractionTypes.APPLICATION_COMMAND_AUTOCOMPLETE) await interaction.result(choices);
  else if (type === InteractionTypes.MESSAGE_COMPONENT) await interaction.editParent({ content: answers.pressed, components: [] });
  else if (type === InteractionTypes.MODAL_SUBMIT) await interaction.createMessage({ content: data.components.getTextInput('text') });
  else if (data.name === 'modal') await interaction.createModal(camelCased(modal));
  else if (data.name === 'button') await interaction.createMessage({ content: answers.button, components: camelCased(buttons) });
  else if (data.name === 'defer') {
    await interaction.defer();
    await interaction.editOriginal({ content: answers.defer });
  } else await interaction.createMessage({ content: answers.answer });
}

/** Its names of fields. */
function camelCased(json) {
  return JSON.parse(JSON.stringify(json).replaceAll('custom_id', 'customID'));
}

class Bot {
  constructor(client) {
    this.client = client;
    this.channels = client.rest.channels;
  }

  self() {
    return this.client.user.id;
  }

  cache() {
    const [guild] = this.client.guilds.values();
    return { guild: guild.name, channels: [...guild.channels.keys()], members: [...guild.members.keys()] };
  }

  async register() {
    const typed = commands.map(command => ({ type: ApplicationCommandTypes.CHAT_INPUT, ...command }));
    await this.client.application.bulkEditGlobalCommands(typed);
  }

  async post(channel, content) {
    return (await this.channels.createMessage(channel, { content })).id;
  }

  async postCard(channel) {
    return (await this.channels.createMessage(channel, { components: card, flags: MessageFlags.IS_COMPONENTS_V2 })).id;
  }

  async edit(channel, id, content) {
    await this.channels.editMessage(channel, id, { content });
  }

  async upload(channel, name, text) {
    return (await this.channels.createMessage(channel, { files: [{ name, contents: Buffer.from(text) }] })).id;
  }

  async thread(channel, name) {
    return (await this.channels.startThreadWithoutMessage(channel, { name, type: ChannelTypes.PUBLIC_THREAD })).id;
  }

  async forumPost(forum, name, content) {
    return (await this.channels.startThreadInThreadOnlyChannel(forum, { name, message: { content } })).id;
  }

  async pin(channel, id) {
    await this.channels.pinMessage(channel, id);
  }

  async react(channel, id, emoji) {
    await this.channels.createReaction(channel, id, emoji);
  }

  stop() {
    this.client.disconnect(false);
  }
}
