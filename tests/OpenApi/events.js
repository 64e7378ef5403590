/** What of Discord's document an event carries. The document has no events, but the objects in them. */
const carried = {
  APPLICATION_COMMAND_PERMISSIONS_UPDATE: [at('', 'CommandPermissionsResponse')],
  CHANNEL_CREATE: [at('', 'GuildChannelResponse')],
  CHANNEL_DELETE: [at('', 'GuildChannelResponse')],
  CHANNEL_UPDATE: [at('', 'GuildChannelResponse')],
  GUILD_CREATE: [
    at('', 'GuildResponse', [
      'joined_at', 'large', 'unavailable', 'member_count', 'voice_states', 'members', 'channels', 'threads', 'presences', 'stage_instances',
      'guild_scheduled_events', 'soundboard_sounds',
    ]),
    at('members.*', 'GuildMemberResponse'),
    at('channels.*', 'GuildChannelResponse'),
    at('threads.*', 'ThreadResponse'),
  ],
  GUILD_MEMBERS_CHUNK: [at('members.*', 'GuildMemberResponse')],
  GUILD_MEMBER_ADD: [at('', 'GuildMemberResponse', ['guild_id'])],
  GUILD_MEMBER_UPDATE: [at('', 'GuildMemberResponse', ['guild_id'])],
  GUILD_ROLE_CREATE: [at('role', 'GuildRoleResponse')],
  GUILD_ROLE_UPDATE: [at('role', 'GuildRoleResponse')],
  GUILD_UPDATE: [at('', 'GuildResponse')],
  INTERACTION_CREATE: [
    at('user', 'UserResponse'),
    at('member', 'GuildMemberResponse', ['permissions']),
    at('message', 'MessageResponse'),
    at('data.resolved.users.*', 'UserResponse'),
    at('data.resolved.roles.*', 'GuildRoleResponse'),
    at('data.resolved.messages.*', 'MessageResponse'),
    at('data.resolved.attachments.*', 'MessageAttachmentResponse'),
  ],
  MESSAGE_CREATE: [at('', 'MessageResponse', ['guild_id', 'member', 'channel_type']), at('member', 'BasicGuildMemberResponse', ['deaf', 'mute'])],
  MESSAGE_REACTION_ADD: [at('emoji', 'MessageReactionEmojiResponse'), at('member', 'GuildMemberResponse')],
  MESSAGE_REACTION_REMOVE: [at('emoji', 'MessageReactionEmojiResponse')],
  MESSAGE_REACTION_REMOVE_EMOJI: [at('emoji', 'MessageReactionEmojiResponse')],
  MESSAGE_UPDATE: [at('', 'MessageResponse', ['guild_id', 'member', 'channel_type']), at('member', 'BasicGuildMemberResponse', ['deaf', 'mute'])],
  READY: [at('user', 'UserPIIResponse')],
  THREAD_CREATE: [at('', 'ThreadResponse', ['newly_created'])],
  THREAD_LIST_SYNC: [at('threads.*', 'ThreadResponse'), at('members.*', 'ThreadMemberResponse')],
  THREAD_MEMBERS_UPDATE: [at('added_members.*', 'ThreadMemberResponse', ['presence'])],
  THREAD_MEMBER_UPDATE: [at('', 'ThreadMemberResponse', ['guild_id'])],
  THREAD_UPDATE: [at('', 'ThreadResponse')],
  TYPING_START: [at('member', 'GuildMemberResponse')],
  USER_UPDATE: [at('', 'UserPIIResponse')],
};

/** Events with nothing that the document has. */
const bare = [
  'CHANNEL_PINS_UPDATE', 'GUILD_DELETE', 'GUILD_MEMBER_REMOVE', 'GUILD_ROLE_DELETE', 'MESSAGE_DELETE', 'MESSAGE_DELETE_BULK',
  'MESSAGE_REACTION_REMOVE_ALL', 'RATE_LIMITED', 'RESUMED', 'THREAD_DELETE', 'WEBHOOKS_UPDATE',
];

/** What is wrong with an event. */
export function eventProblems(document, event, data) {
  if (bare.includes(event)) return [];
  if (!carried[event]) return [{ place: '/', rule: 'nobody has said what this event carries' }];
  return carried[event].flatMap(({ path, schema, adds }) => values(data, path).flatMap(({ value, place }) => {
    const object = Object.fromEntries(Object.entries(value).filter(([name]) => !adds.includes(name)));
    return document.problems(document.schema(schema), object, place);
  }));
}

/** An object of the document in an event; what the event adds to it, the document doesn't know. */
function at(path, schema, adds = []) {
  return { path: path ? path.split('.') : [], schema, adds };
}

/** What is at a path, with * for each of several; nothing where an optional part is absent. */
function values(data, [step, ...rest], place = '') {
  if (data === undefined) return [];
  if (step === undefined) return [{ value: data, place }];
  const names = step === '*' ? Object.keys(data) : [step];
  return names.flatMap(name => values(data[name], rest, `${place}/${name}`));
}
