import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../LocalDiscordHost/bin/Debug/net10.0/LocalDiscordHost.dll', import.meta.url));

/** The only token, which is no secret. */
export const token = 'MTIxNDEyMjY2MjI5NzYwMDAwMA.ZeWB2A.this-is-the-local-discord-not-a-secret';

/** A local Discord of one's own, without and with TLS. It ends with `stop()`, and with this process at the latest. */
export async function startLocalDiscord() {
  if (!existsSync(program)) throw new Error('The local Discord is not built yet. Run dotnet build tests/LocalDiscordHost first.');
  const folder = mkdtempSync(join(tmpdir(), 'strangers-'));
  const certificate = join(folder, 'local-discord.pem');
  const server = spawn('dotnet', [program, certificate], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = await once(createInterface(server.stdout), 'line');
  const [address, secureAddress] = line.split(' ');
  return new LocalDiscord(address, secureAddress, certificate, async () => {
    server.stdin.end();
    await once(server, 'exit');
    rmSync(folder, { recursive: true });
  });
}

/** What people do there, through the interface behind the page. */
class LocalDiscord {
  /** @param {() => Promise<void>} stop */
  constructor(address, secureAddress, certificate, stop) {
    Object.assign(this, { address, stop });
    /** For libraries that speak https only: where, the file with the certificate that they must trust, and its text. */
    this.secure = { address: new URL(secureAddress), file: certificate, certificate: readFileSync(certificate, 'utf8') };
  }

  /** All that most libraries have to be told. */
  get api() {
    return new URL('api', this.address).href;
  }

  get gateway() {
    return new URL('gateway', this.address).href.replace('http', 'ws');
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

  /** The guild with its channels, threads, and roles. */
  async guild() {
    return (await this.#request('GET', 'guilds'))[0];
  }

  /** The commands that this person can use. */
  commands(as = 'moderator') {
    return this.#request('GET', `commands?as=${as}`);
  }

  react(message, emoji, remove = false) {
    return this.#request('POST', 'reactions', { message, emoji, remove });
  }

  fault(fault) {
    return this.#request('POST', 'faults', fault);
  }

  /** Ends the bot's session, and waits until the bot has started another one. */
  async invalidate() {
    const { body } = await fetch(new URL('sandbox/events?as=member', this.address));
    let [text, seen] = ['', 0];
    for await (const part of body.pipeThrough(new TextDecoderStream())) {
      text += part;
      const states = [...text.matchAll(/^event: bot\ndata: (.*)$/gm)].map(([, data]) => JSON.parse(data).online);
      // The first state is how it was before.
      if (seen === 0 && states.length > 0) await this.fault({ gateway: 'invalidate' });
      if (states.length > 2 && states.at(-1)) return;
      seen = states.length;
    }
  }

  /** How many sessions bots may still start today. A session that is resumed takes none. */
  async sessionsLeft() {
    const response = await fetch(`${this.api}/v10/gateway/bot`, { headers: { Authorization: `Bot ${token}` } });
    const answer = await response.json();
    if (response.status !== 429) return answer.session_start_limit.remaining;
    // The bot has used up the limit that they share.
    await setTimeout(answer.retry_after * 1000);
    return this.sessionsLeft();
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
