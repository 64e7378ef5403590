import { once } from 'node:events';
import { Client, GatewayDispatchEvents, GatewayIntentBits, InteractionType, MessageFlags } from '@discordjs/core';
import { REST } from '@discordjs/rest';
import { WebSocketManager } from '@discordjs/ws';
import { installed } from './installed.js';
import { answers, buttons, card, choices, commands, modal } from '../script.js';
import { token } from '../local-discord.js';

export default {
  name: '@discordjs/core',
  version: installed('@discordjs/core'),
  address: 'the option `api` of its REST',
  lacks: { 'cache of guild, channels, and members': 'it keeps no cache' },

  async start(discord, hear) {
    const rest = new REST({ api: discord.api }).setToken(token);
    const gateway = new WebSocketManager({ token, intents: GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages, rest });
    const client = new Client({ rest, gateway });
    client.on(GatewayDispatchEvents.MessageCreate, ({ data }) => hear(data.id));
    client.on(GatewayDispatchEvents.InteractionCreate, answer);
    const ready = once(client, GatewayDispatchEvents.Ready);
    await gateway.connect();
    const [{ data: { user, application } }] = await ready;
    return new Bot(client, gateway, user.id, application.id);
  },
};

async function answer({ data: interaction, api: { interactions } }) {
  const { id, token: secret, application_id: application, type, data } = interaction;
  const reply = message => interactions.reply(id, secret, message);
  const update = message => interactions.updateMessage(id, secret, message);
  if (type === InteractionType.ApplicationCommandAutocomplete) await interactions.createAutocompleteResponse(id, secret, { choices });
  else if (type === InteractionType.MessageComponent) await update({ content: answers.pressed, components: [] });
  else if (type === InteractionType.ModalSubmit) await reply({ content: data.components[0].components[0].value });
  else if (data.name === 'modal') await interactions.createModal(id, secret, modal);
  else if (data.name === 'button') await reply({ content: answers.button, components: buttons });
  else if (data.name === 'defer') {
    await interactions.defer(id, secret);
    await interactions.editReply(application, secret, { content: answers.defer });
  } else await reply({ content: answers.answer });
}

class Bot {
  constructor(client, gateway, userId, applicationId) {
    Object.assign(this, { client, gateway, userId, applicationId, api: client.api });
  }

  self() {
    return this.userId;
  }

  async register() {
    await this.api.applicationCommands.bulkOverwriteGlobalCommands(this.applicationId, commands);
  }

  async post(channel, content) {
    return (await this.api.channels.createMessage(channel, { content })).id;
  }

  async postCard(channel) {
    return (await this.api.channels.createMessage(channel, { components: card, flags: MessageFlags.IsComponentsV2 })).id;
  }

  async edit(channel, id, content) {
    await this.api.channels.editMessage(channel, id, { content });
  }

  async upload(channel, name, text) {
    return (await this.api.channels.createMessage(channel, { files: [{ name, data: Buffer.from(text) }] })).id;
  }

  async thread(channel, name) {
    return (await this.api.channels.createThread(channel, { name, type: 11 })).id;
  }

  async forumPost(forum, name, content) {
    return (await this.api.channels.createForumThread(forum, { name, message: { content } })).id;
  }

  async pin(channel, id) {
    await this.api.channels.pinMessage(channel, id);
  }

  async react(channel, id, emoji) {
    await this.api.channels.addMessageReaction(channel, id, emoji);
  }

  async stop() {
    await this.gateway.destroy();
  }
}
