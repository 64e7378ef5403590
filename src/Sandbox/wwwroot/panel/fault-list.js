/** The requests that can be made to fail, by the names that the server gives their rate limits. */
export const requests = [
  { name: 'any', title: 'Whatever comes next' },
  { name: 'create-message', title: 'Posting a message' },
  { name: 'edit-message', title: 'Editing a message' },
  { name: 'delete-message', title: 'Deleting a message' },
  { name: 'read-messages', title: 'Reading messages' },
  { name: 'crosspost', title: 'Publishing a message' },
  { name: 'reaction', title: 'Reacting to a message' },
  { name: 'pin', title: 'Pinning a message' },
  { name: 'thread', title: 'Opening and reading threads' },
  { name: 'direct-message', title: 'Opening direct messages' },
  { name: 'interaction-callback', title: 'Answering an interaction' },
  { name: 'webhook', title: 'Editing an answer, following up' },
  { name: 'commands', title: 'Registering commands' },
  { name: 'channel', title: 'Looking at a channel' },
  { name: 'guild', title: 'Looking at the server' },
  { name: 'user', title: 'Looking at a person' },
  { name: 'self', title: 'Looking at itself' },
  { name: 'gateway', title: 'Finding the gateway' },
];

/** What can go wrong with a request. `body` goes to the server beside the request's name and how many times. */
export const requestFaults = [
  { title: '429: the bot’s own limit', about: 'It asked too often. Discord’s headers say when to come back.', body: { status: 429, scope: 'user' } },
  { title: '429: the global limit', about: 'Every request has to wait, whichever it is.', body: { status: 429, scope: 'global' } },
  { title: '429: a limit shared with others', about: 'The channel is busy. The header says 1 s, the body 3 s.', body: { status: 429, scope: 'shared', retry_after: 3 } },
  { title: '429: from a proxy', about: 'Plain text, and none of Discord’s headers.', body: { status: 429, scope: 'proxy' } },
  { title: '500 Internal Server Error', about: 'Nothing was done.', body: { status: 500 } },
  { title: '502 Bad Gateway', about: 'Nothing was done.', body: { status: 502 } },
  { title: '500, but it was done', about: 'Carried out, and then the answer is lost. Nothing may happen twice.', body: { after: true } },
  { title: 'A slow answer', about: 'It comes two seconds late.', body: { delay: 2 } },
  { title: 'The connection breaks', about: 'No answer at all. Nothing was done.', body: { drop: true } },
  { title: 'The connection breaks, but it was done', about: 'Carried out, and nobody says so.', body: { drop: true, after: true } },
];

/** What can go wrong with the gateway; those that `repeats` happen to as many events as one likes. */
export const gatewayFaults = [
  { title: 'Drop the connection', about: 'The socket breaks without a word. The session can be resumed.', body: { gateway: 'drop' } },
  { title: 'Ask to reconnect', about: 'Op 7: the bot should come back and resume.', body: { gateway: 'reconnect' } },
  { title: 'Invalid session', about: 'Op 9, false: the bot has to identify anew.', body: { gateway: 'invalidate' } },
  { title: 'Invalid session, resumable', about: 'Op 9, true: the bot may resume.', body: { gateway: 'invalidate', resumable: true } },
  { title: 'Ask for a heartbeat', about: 'Op 1: to be answered at once.', body: { gateway: 'heartbeat' } },
  { title: 'Withhold the next ACKs', about: 'Heartbeats go unanswered: the line is dead, though it looks open.', body: { gateway: 'silence' }, repeats: true },
  { title: 'Send events twice', about: 'The next ones come in duplicate.', body: { gateway: 'duplicate' }, repeats: true },
  { title: 'Send events out of order', about: 'The next one comes after the one that follows it.', body: { gateway: 'reorder' }, repeats: true },
];

/** A fault of the server's in words: `{title, of}`, `of` being what it waits for. */
export function describe(fault) {
  if (fault.gateway) {
    return { title: gatewayFaults.find(({ body }) => body.gateway === fault.gateway)?.title ?? fault.gateway, of: 'Gateway' };
  }
  const known = requestFaults
    .filter(({ body }) => Object.entries(body).every(([name, value]) => fault[name] === value))
    .sort((a, b) => Object.keys(b.body).length - Object.keys(a.body).length)[0];
  const { api, times, ...rest } = fault;
  return { title: known?.title ?? JSON.stringify(rest), of: requests.find(({ name }) => name === api)?.title ?? api };
}
