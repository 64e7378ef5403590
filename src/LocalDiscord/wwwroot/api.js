import { withFiles } from './files.js';
import { locale } from './locale.js';

/** A failed request; `message` can be shown to the user. */
export class ApiError extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

async function request(path, body, files = []) {
  let response;
  try {
    response = await fetch(path, body && (files.length > 0
      ? { method: 'POST', body: withFiles(body, files) }
      : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }));
  } catch {
    throw new ApiError('The local Discord doesn’t respond. Check that it is still running.', 0);
  }
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw new ApiError(answer?.error ?? `The local Discord responded with error ${response.status}.`, response.status);
  return answer;
}

const as = user => `as=${encodeURIComponent(user)}`;

export const fetchGuilds = () => request('/sandbox/guilds');
export const fetchCommands = (user, channel) => request(`/sandbox/commands?${as(user)}&channel=${channel}`);
export const fetchMessages = (channel, user) => request(`/sandbox/channels/${channel}/messages?${as(user)}`);
export const postMessage = (channel, user, content) => request(`/sandbox/channels/${channel}/messages`, { as: user, content });

export const fetchDirectMessages = user => request(`/sandbox/direct-messages?${as(user)}`);
export const openDirectMessages = (user, wishes) => request('/sandbox/direct-messages', { as: user, ...wishes });
export const react = (message, user, emoji, remove) =>
  request('/sandbox/reactions', { as: user, message, emoji: emoji.id ? `${emoji.name}:${emoji.id}` : emoji.name, remove });
export const follow = (source, target, user) => request(`/sandbox/channels/${source}/followers`, { as: user, channel: target });

export const fetchCalls = () => request('/sandbox/calls');
export const fetchFaults = () => request('/sandbox/faults');
export const causeFault = fault => request('/sandbox/faults', fault);

/** `what` is one of `{command}`, `{suggest}`, `{press}`, `{select}`, `{menu}` or `{submit}`; only commands and forms have files. */
export const interact = (channel, user, what, files) => request('/sandbox/interactions', { as: user, channel, locale, ...what }, files);

const eventNames = [
  'message_create', 'message_update', 'message_delete',
  'channel_create', 'channel_update', 'channel_delete',
  'thread_create', 'thread_update', 'thread_delete',
  'commands', 'bot', 'bot_member', 'api_call',
];

/**
 * Listens to the server's events until the returned function is called.
 * `handlers` has one function per event name, and `open` and `lost` for the connection itself.
 */
export function listen(user, handlers) {
  let source;
  let retry;

  function connect() {
    source = new EventSource(`/sandbox/events?${as(user)}`);
    source.onopen = handlers.open;
    source.onerror = () => {
      handlers.lost();
      // After an answer that is no event stream, the browser gives up for good.
      if (source.readyState === EventSource.CLOSED) retry = setTimeout(connect, 2000);
    };
    for (const name of eventNames) {
      source.addEventListener(name, event => handlers[name](event.data ? JSON.parse(event.data) : null));
    }
  }

  connect();
  return () => {
    clearTimeout(retry);
    source.close();
  };
}
