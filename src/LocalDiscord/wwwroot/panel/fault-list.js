/** The requests that can fail, by the server's names for their rate limits. */
export const requests = [
  { name: 'any', title: 'Any request' },
  { name: 'create-message', title: 'Posting a message' },
  { name: 'edit-message', title: 'Editing a message' },
  { name: 'delete-message', title: 'Deleting a message' },
  { name: 'read-messages', title: 'Reading messages' },
  { name: 'crosspost', title: 'Publishing a message' },
  { name: 'reaction', title: 'Reacting to a message' },
  { name: 'pin', title: 'Pinning a message' },
  { name: 'thread', title: 'Opening or listing threads' },
  { name: 'direct-message', title: 'Opening direct messages' },
  { name: 'interaction-callback', title: 'Answering an interaction' },
  { name: 'webhook', title: 'Editing an answer or following up' },
  { name: 'commands', title: 'Registering commands' },
  { name: 'channel', title: 'Reading or changing a channel' },
  { name: 'guild', title: 'Reading the server' },
  { name: 'user', title: 'Reading a user' },
  { name: 'self', title: 'Reading its own user or application' },
  { name: 'gateway', title: 'Getting the gateway address' },
];

/** Faults of requests. `body` is sent to the server together with the request's name and the number of times. */
export const requestFaults = [
  { title: '429: the bot’s own limit', about: 'The bot sent too many of these requests. Discord’s headers say when to retry.', body: { status: 429, scope: 'user' } },
  { title: '429: the global limit', about: 'The bot must pause all requests.', body: { status: 429, scope: 'global' } },
  { title: '429: a limit shared with others', about: 'The channel is busy for 3 s.', body: { status: 429, scope: 'shared', retry_after: 3 } },
  { title: '429: a shared limit, wrong header', about: 'The header says 1 s, the body 3 s. Discord sometimes does that.', body: { status: 429, scope: 'shared', retry_after: 3, retry_after_header: 1 } },
  { title: '429: a proxy’s plain text', about: 'From somebody between the bot and Discord, without Discord’s headers.', body: { status: 429, body: 'error code: 1015', content_type: 'text/plain', headers: { 'Retry-After': '1' } } },
  { title: '429: a proxy’s page', about: 'HTML that doesn’t say when to retry.', body: { status: 429, body: '<html><body>Too many requests</body></html>' } },
  { title: '500 Internal Server Error', about: 'The request is not carried out.', body: { status: 500 } },
  { title: '502 Bad Gateway', about: 'The request is not carried out.', body: { status: 502 } },
  { title: '500 after success', about: 'The request is carried out, but the response is lost. The bot must not repeat its effect.', body: { after: true } },
  { title: '403: a proxy’s page', about: 'HTML from somebody between the bot and Discord. It says nothing about the channel.', body: { status: 403, body: '<html><body>Access denied</body></html>' } },
  { title: '400: a proxy’s page', about: 'As above. It says nothing about the message.', body: { status: 400, body: '<html><body>Bad request</body></html>' } },
  { title: '401: another program’s JSON', about: 'It says nothing about the bot’s token.', body: { status: 401, body: { error: 'login required' } } },
  { title: '200: a captive portal', about: 'A login page in place of the answer. The request is not carried out.', body: { status: 200, body: '<html><body>Welcome to the hotel</body></html>' } },
  { title: '302: a captive portal', about: 'A redirect to a login page. The request is not carried out.', body: { status: 302, body: '', headers: { Location: 'http://portal.example/' } } },
  { title: '200 with half an answer', about: 'The request is carried out, but its answer is cut off.', body: { status: 200, body: '{"id":"1', content_type: 'application/json', after: true } },
  { title: 'Slow response', about: 'The response is two seconds late.', body: { delay: 2 } },
  { title: 'Broken connection', about: 'No response. The request is not carried out.', body: { drop: true } },
  { title: 'Broken connection after success', about: 'The request is carried out, but there is no response.', body: { drop: true, after: true } },
];

/** Faults of the gateway. Those that `repeats` can affect several events. */
export const gatewayFaults = [
  { title: 'Drop the connection', about: 'The connection breaks without a close code. The session can be resumed.', body: { gateway: 'drop' } },
  { title: 'Ask to reconnect', about: 'Op 7: the bot must reconnect and resume.', body: { gateway: 'reconnect' } },
  { title: 'Invalid session', about: 'Op 9, false: the bot must identify again.', body: { gateway: 'invalidate' } },
  { title: 'Invalid session, resumable', about: 'Op 9, true: the bot can resume.', body: { gateway: 'invalidate', resumable: true } },
  { title: 'Ask for a heartbeat', about: 'Op 1: the bot must answer at once.', body: { gateway: 'heartbeat' } },
  { title: 'Withdraw the privileged intents', about: 'A bot that identifies with one of them is closed with 4014.', body: { privileged_intents: false } },
  { title: 'Grant the privileged intents', about: 'A bot may identify with them, as after a switch in the developer portal.', body: { privileged_intents: true } },
  { title: 'Ignore heartbeats', about: 'The next heartbeats get no ACK, as on a connection that is dead but looks open.', body: { gateway: 'silence' }, repeats: true },
  { title: 'Send events twice', about: 'The next events are sent twice.', body: { gateway: 'duplicate' }, repeats: true },
  { title: 'Send events out of order', about: 'The next event is sent after the one that follows it.', body: { gateway: 'reorder' }, repeats: true },
];

/** A fault as text: `{title, of}`, where `of` is the request or connection that it affects. */
export function describe(fault) {
  if (fault.gateway) {
    return { title: gatewayFaults.find(({ body }) => body.gateway === fault.gateway)?.title ?? fault.gateway, of: 'Gateway' };
  }
  const known = requestFaults
    .filter(({ body }) => Object.entries(body).every(([name, value]) => JSON.stringify(fault[name]) === JSON.stringify(value)))
    .sort((a, b) => Object.keys(b.body).length - Object.keys(a.body).length)[0];
  const { api, times, ...rest } = fault;
  return { title: known?.title ?? JSON.stringify(rest), of: requests.find(({ name }) => name === api)?.title ?? api };
}
