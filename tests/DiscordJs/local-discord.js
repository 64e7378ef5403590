import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../LocalDiscordHost/bin/Debug/net10.0/LocalDiscordHost.dll', import.meta.url));

/** A local Discord of one's own. It ends with `stop()`, and with this process at the latest. */
export async function startLocalDiscord() {
  if (!existsSync(program)) throw new Error('The local Discord is not built yet. Run dotnet build first.');
  const server = spawn('dotnet', [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [address] = await once(createInterface(server.stdout), 'line');
  return new LocalDiscord(address, server);
}

/** What people do there, through the interface behind the page. */
class LocalDiscord {
  #server;

  constructor(address, server) {
    this.address = address;
    this.#server = server;
  }

  /** All that discord.js has to be told. */
  get api() {
    return new URL('api', this.address).href;
  }

  /** Somebody uses the bot: `use({ command: '/latest count:3' })`. Answers with what they would see now. */
  use(interaction) {
    return this.#request('POST', 'interactions', interaction);
  }

  write(channel, content, as = 'member') {
    return this.#request('POST', `channels/${channel}/messages`, { as, content });
  }

  /** The messages of a channel that this person sees, oldest first. */
  messages(channel, as = 'member') {
    return this.#request('GET', `channels/${channel}/messages?as=${as}`);
  }

  react(message, emoji, remove = false) {
    return this.#request('POST', 'reactions', { message, emoji, remove });
  }

  fault(fault) {
    return this.#request('POST', 'faults', fault);
  }

  async stop() {
    this.#server.stdin.end();
    await once(this.#server, 'exit');
  }

  async #request(method, path, body) {
    const response = await fetch(new URL(`sandbox/${path}`, this.address), {
      method,
      headers: body && { 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text && JSON.parse(text);
  }
}
