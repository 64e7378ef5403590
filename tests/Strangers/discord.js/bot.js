import { on, once } from 'node:events';
import { after, before } from 'node:test';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { startLocalDiscord, token } from '../local-discord.js';

/** discord.js as its guide sets it up, but for the address. */
export function newClient(discord) {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    rest: { api: discord.api },
  });
}

export async function logIn(client) {
  const ready = once(client, Events.ClientReady);
  await client.login(token);
  await ready;
}

/** A local Discord with a discord.js that is ready, for the tests of one file. */
export function botOnLocalDiscord() {
  const here = {};

  before(async () => {
    here.discord = await startLocalDiscord();
    here.client = newClient(here.discord);
    await logIn(here.client);
    here.guild = here.client.guilds.cache.first();
  });

  after(async () => {
    await here.client.destroy();
    await here.discord.stop();
  });

  /** A channel by its name. */
  here.channel = name => here.guild.channels.cache.find(channel => channel.name === name);

  /** The next event of that name. */
  here.next = async event => (await once(here.client, event, { signal: AbortSignal.timeout(10_000) }))[0];

  /** Somebody writes, and the bot hears of it. What was said it is not told: it has no intent for that. */
  here.heard = async (channel, text) => {
    const messages = on(here.client, Events.MessageCreate, { signal: AbortSignal.timeout(10_000) });
    const written = await here.discord.write(channel, text);
    for await (const [message] of messages) {
      if (message.id === written.id) return message;
    }
  };

  /** Somebody uses the bot; answers with the interaction as the bot received it, and what `answer` makes them see. */
  here.use = async (request, answer) => {
    const received = here.next(Events.InteractionCreate);
    const seen = here.discord.use(request);
    // Awaited below, once the bot has answered.
    seen.catch(() => {});
    const interaction = await received;
    await answer(interaction);
    return { interaction, ...await seen };
  };

  return here;
}
