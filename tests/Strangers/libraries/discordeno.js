import { createBot, createDesiredPropertiesObject, Intents, InteractionTypes } from 'discordeno';
import { Agent, buildConnector, setGlobalDispatcher } from 'undici';
import { installed } from './installed.js';
import { answers, buttons, card, choices, commands, isComponentsV2, modal } from '../script.js';
import { token } from '../local-discord.js';

const silent = { debug() {}, info() {}, warn() {}, error: console.error, fatal: console.error };

export default {
  name: 'discordeno',
  version: installed('discordeno'),
  address: 'its option `gateway.url`, and a global dispatcher of undici that connects discord.com to the local Discord and trusts its '
    + 'certificate; with its option `rest.proxy` it would leave rate limits to that proxy',
  lacks: { 'cache of guild, channels, and members': 'it keeps no cache' },

  async start(discord, hear) {
    let loggedIn;
    const user = new Promise(resolve => { loggedIn = resolve; });
    setGlobalDispatcher(new Agent().compose(redirected(discord.secure)));
    const bot = createBot({
      token,
      intents: Intents.Guilds | Intents.GuildMessages,
      desiredProperties: createDesiredPropertiesObject({}, true),
      gateway: { url: discord.gateway },
      loggerFactory: () => silent,
      events: {
        messageCreate: message => hear(`${message.id}`),
        interactionCreate: answer,
        ready: ({ user }) => loggedIn(`${user.id}`),
      },
    });
    await bot.start();
    return new Bot(bot, await user);
  },
};

/** Whatever is fetched from discord.com in this process comes from the local Discord. */
function redirected({ address, certificate }) {
  const connect = buildConnector({ ca: certificate });
  const { hostname, port } = address;
  const local = new Agent({ connect: (options, done) => connect({ ...options, hostname, port }, done) });
  return dispatch => (options, handler) =>
    `${options.origin}` === 'https://discord.com' ? local.dispatch(options, handler) : dispatch(options, handler);
}

async function answer(interaction) {
  const { type, data } = interaction;
  if (type === InteractionTypes.ApplicationCommandAutocomplete) await interaction.respond({ choices });
  else if (type === InteractionTypes.MessageComponent) await interaction.edit({ content: answers.pressed, components: [] });
  else if (type === InteractionTypes.ModalSubmit) await interaction.respond(data.components[0].components[0].value);
  else if (data.name === 'modal') await interaction.respond(camelCased(modal));
  else if (data.name === 'button') await interaction.respond({ content: answers.button, components: camelCased(buttons) });
  else if (data.name === 'defer') {
    await interaction.defer();
    await interaction.edit(answers.defer);
  } else await interaction.respond(answers.answer);
}

/** Its names of fields. */
function camelCased(json) {
  return JSON.parse(JSON.stringify(json).replaceAll('custom_id', 'customId'));
}

class Bot {
  constructor(bot, userId) {
    Object.assign(this, { bot, userId, rest: bot.rest });
  }

  self() {
    return this.userId;
  }

  async register() {
    await this.rest.upsertGlobalApplicationCommands(commands);
  }

  async post(channel, content) {
    return (await this.rest.sendMessage(channel, { content })).id;
  }

  async postCard(channel) {
    return (await this.rest.sendMessage(channel, { components: card, flags: isComponentsV2 })).id;
  }

  async edit(channel, id, content) {
    await this.rest.editMessage(channel, id, { content });
  }

  async upload(channel, name, text) {
    return (await this.rest.sendMessage(channel, { files: [{ name, blob: new Blob([text]) }] })).id;
  }

  async thread(channel, name) {
    return (await this.rest.startThreadWithoutMessage(channel, { name, type: 11, autoArchiveDuration: 1440 })).id;
  }

  async forumPost(forum, name, content) {
    return (await this.rest.createForumThread(forum, { name, message: { content } })).id;
  }

  async pin(channel, id) {
    await this.rest.pinMessage(channel, id);
  }

  async react(channel, id, emoji) {
    await this.rest.addReaction(channel, id, emoji);
  }

  async stop() {
    await this.bot.shutdown();
  }
}
