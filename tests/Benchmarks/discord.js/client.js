import { readFileSync } from 'node:fs';
import { Client, Events, GatewayIntentBits, Options } from 'discord.js';

/** The only token of the local Discord, which is no secret. */
const token = 'MTIxNDEyMjY2MjI5NzYwMDAwMA.ZeWB2A.this-is-the-local-discord-not-a-secret';

/** discord.js as its guide advises bots that only answer: no cache that isn't needed, and compressed events through zlib-sync. */
export async function connect(api) {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0, PresenceManager: 0, ReactionManager: 0, ThreadMemberManager: 0, VoiceStateManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: member => member.id === client.user.id },
    }),
    rest: { api, globalRequestsPerSecond: Infinity },
  });
  const ready = new Promise(resolve => client.once(Events.ClientReady, resolve));
  await client.login(token);
  await ready;
  return client;
}

export const readJson = file => JSON.parse(readFileSync(file, 'utf8'));
