import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { answers } from '../script.js';
import { token } from '../local-discord.js';

// Where another Python comes first, Debian's packages still belong to Debian's own.
const python = ['python3', '/usr/bin/python3'].find(one => run(one, 'import discord').status === 0);

function run(program, code) {
  return spawnSync(program, ['-c', code], { encoding: 'utf8' });
}

export default {
  name: 'discord.py',
  version: python && run(python, 'import discord; print(discord.__version__)').stdout.trim(),
  isFromSystem: true,
  missing: !python && 'needs discord.py: apt-get install python3-discord',
  address: 'its option `proxy`: a tunnel from discord.com and gateway.discord.gg, whose certificate `SSL_CERT_FILE` trusts',
  lacks: { 'Components V2': 'it is older than they are' },

  async start({ secure: { address, file } }, hear) {
    const tunnel = await tunnelTo(address.hostname, address.port);
    const program = spawn(python, [fileURLToPath(new URL('discord_py.py', import.meta.url))], {
      env: {
        ...process.env,
        TOKEN: token,
        ANSWERS: JSON.stringify(answers),
        PROXY: `http://127.0.0.1:${tunnel.address().port}`,
        SSL_CERT_FILE: file,
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const bot = new Bot(program, tunnel, hear);
    await bot.ready;
    return bot;
  },
};

/** A proxy that connects whoever asks for any host to this one. What goes through it is encrypted. */
async function tunnelTo(host, port) {
  const proxy = createServer().on('connect', (_request, client) => {
    const server = connect(port, host, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      server.pipe(client).pipe(server);
    });
    for (const [one, other] of [[client, server], [server, client]]) one.on('error', () => other.destroy());
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  return proxy;
}

/** Asks the bot in the other process. */
class Bot {
  #asked = new Map();

  constructor(program, tunnel, hear) {
    Object.assign(this, { program, tunnel });
    this.ready = new Promise((resolve, reject) => {
      program.on('exit', code => reject(new Error(`discord.py ended with ${code}.`)));
      createInterface(program.stdout).on('line', line => {
        const { ready, heard, id, result, error } = JSON.parse(line);
        if (ready) resolve();
        else if (heard) hear(heard);
        else if (error) this.#asked.get(id).reject(new Error(error));
        else this.#asked.get(id).resolve(result);
      });
    });
    for (const method of ['self', 'cache', 'register', 'post', 'edit', 'upload', 'thread', 'forumPost', 'pin', 'react']) {
      this[method] = (...given) => this.#ask(method, given);
    }
  }

  async stop() {
    this.program.stdin.end();
    await once(this.program, 'exit');
    this.tunnel.close();
    this.tunnel.closeAllConnections();
  }

  #ask(method, given) {
    const id = this.#asked.size;
    this.program.stdin.write(`${JSON.stringify({ id, method, arguments: given })}\n`);
    return new Promise((resolve, reject) => this.#asked.set(id, { resolve, reject }));
  }
}
