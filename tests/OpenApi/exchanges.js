import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../../../shared/discord-openapi.json', import.meta.url));

/** Discord's document, or undefined where it does not lie beside the repository. */
export const openApi = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;

const folder = process.env.LOCAL_DISCORD_CALLS;

/** Every line of the recording, with its place, and whether libraries of others were at work: theirs are in a folder of their own. */
const lines = () => (folder ? [...linesIn(folder, false), ...linesIn(join(folder, 'strangers'), true)] : []);

function linesIn(place, isStrangers) {
  if (!existsSync(place)) return [];
  return readdirSync(place).filter(name => name.endsWith('.jsonl')).flatMap(name => readFileSync(join(place, name), 'utf8')
    .split('\n').filter(Boolean).map((line, at) => ({ ...JSON.parse(line), place: `${name}:${at + 1}`, isStrangers })));
}

/** Every event that a bot got from a local Discord: { event, data }. */
export const events = () => lines().filter(({ event }) => event);

/**
 * Every exchange that a local Discord wrote down: { method, path, status, request, response }; and every request of the
 * client to a server whose answers a test made up: the same without status and response.
 */
export const recorded = () => lines().filter(({ event }) => !event);

/** Why there is nothing to check, or false. */
export const missing = !openApi ? `needs Discord's OpenAPI document: ${file} is not there`
  : recorded().length === 0 ? 'needs recorded exchanges: run the other tests with LOCAL_DISCORD_CALLS set to a folder'
    : false;
