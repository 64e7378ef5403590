// Posts the same message, each channel in a loop of its own: node post.js API MESSAGE COUNT CHANNELS, MESSAGE being a file with JSON.
import { connect, readJson } from './client.js';

const [api, file, count, ...channels] = process.argv.slice(2);
const { allowed_mentions: allowedMentions, nonce, enforce_nonce: enforceNonce, ...message } = readJson(file);
const client = await connect(api);
console.log('ready');
await Promise.all(channels.map(async id => {
  const channel = await client.channels.fetch(id);
  for (let sent = 0; sent < Number(count); sent++) await channel.send({ ...message, allowedMentions });
}));
