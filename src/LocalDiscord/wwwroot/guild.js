/** The server that is looked at, and who is looking: what mentions, pickers and links are resolved against. */
export const here = {
  guilds: [],
  guild: null,
  /** The user's conversations with the bot alone. */
  directMessages: [],
  channel: null,
  user: null,
  commands: [],
  messageCommands: [],
  userCommands: [],
};

const threadTypes = [10, 11, 12];

export const isThread = channel => threadTypes.includes(channel.type);
export const isForum = channel => channel.type === 15 || channel.type === 16;
export const isDirectMessage = channel => channel.type === 1;
export const isCategory = channel => channel.type === 4;

export const channels = () => [...here.directMessages, ...here.guild.channels];
export const channelById = id => channels().find(channel => channel.id === id);
const everywhere = () => [...here.directMessages, ...here.guilds.flatMap(guild => guild.channels)];
export const channelByName = name => channels().find(channel => channel.name === name && isNamed(channel));

/** Names of threads and of conversations are not their own. */
const isNamed = channel => !isCategory(channel) && !isThread(channel) && !isDirectMessage(channel);

/** What the page's address stands for: a channel of any server by its id, or the first of that name. */
export const channelAt = address => everywhere().find(channel => channel.id === address && !isCategory(channel))
  ?? everywhere().find(channel => channel.name === address && isNamed(channel));

export const guildOf = channel => here.guilds.find(guild => guild.channels.includes(channel));
export const bot = () => here.guild?.bot;

/** A person of this server by their role on the page or their id; the first one when nobody goes by that. */
export const personNamed = as => here.guild.users.find(person => person.as === as || person.id === as) ?? here.guild.users[0];

export const userById = id => [...here.guild.users, bot()].find(user => user?.id === id);
export const roleById = id => here.guild.roles?.find(role => role.id === id);

/** What the server calls a user; only the bot has a name of its own in a server. */
export const displayName = user => memberOf(user)?.nick ?? user.global_name ?? user.username;

/** The user's picture in the server; null if they have none. */
export function pictureOf(user) {
  const hash = memberOf(user)?.avatar;
  return hash ? `/guilds/${here.guild.id}/users/${user.id}/avatars/${hash}.png` : null;
}

const memberOf = user => (user.id === bot()?.id && !(here.channel && isDirectMessage(here.channel)) ? bot() : null);

/** What a person is here: a member or a moderator. */
export const roleName = user => (user.as ? user.as[0].toUpperCase() + user.as.slice(1) : user.username);

/** Takes note of a channel or thread that is new or has changed; answers whether it is one of a known server's. */
export function noteChannel(channel) {
  const all = listOf(channel);
  const known = all?.find(other => other.id === channel.id);
  if (known) Object.assign(known, channel);
  else all?.push(isDirectMessage(channel) ? { ...channel, name: displayName(bot()) } : channel);
  return all !== undefined;
}

/** Replaces the previous user's direct messages. */
export function setDirectMessages(channels) {
  here.directMessages = [];
  channels.forEach(noteChannel);
}

const listOf = channel => (isDirectMessage(channel)
  ? here.directMessages
  : here.guilds.find(guild => guild.id === (channel.guild_id ?? here.guild.id))?.channels);

/** With a channel go its threads. */
export function forgetChannel(id) {
  for (const guild of here.guilds) {
    guild.channels = guild.channels.filter(channel => channel.id !== id && !(isThread(channel) && channel.parent_id === id));
  }
}

const byPosition = (a, b) => (a.position ?? 0) - (b.position ?? 0) || older(a.id, b.id);
const newestFirst = (a, b) => older(b.last_message_id ?? b.id, a.last_message_id ?? a.id);

/** As many threads as the list has room for below a channel; the others are found through the channel. */
const listedThreads = 5;

/** A channel's threads and a forum's posts: pinned ones first, then those with the newest messages; archived ones last. */
export const threadsOf = parent => channels()
  .filter(channel => isThread(channel) && channel.parent_id === parent.id)
  .sort((a, b) => isArchived(a) - isArchived(b) || isPinned(b) - isPinned(a) || newestFirst(a, b));

const threadFlags = { pinned: 2 };

export const isArchived = thread => thread.thread_metadata?.archived ?? false;
export const isPinned = thread => Boolean(thread.flags & threadFlags.pinned);

/** A channel's name as people write it: with a # or an @ where it has one. */
export function channelLabel(channel) {
  if (isDirectMessage(channel)) return `@${channel.name}`;
  return isThread(channel) ? channel.name : `#${channel.name}`;
}

/** Channels in the order of the list: those without a category first, then each category's, threads below their parent. */
export function channelTree() {
  const childrenOf = parent => here.guild.channels
    .filter(channel => (channel.parent_id ?? null) === parent && !isThread(channel))
    .sort(byPosition);
  const withThreads = channel => [
    channel,
    ...threadsOf(channel).filter((thread, at) => thread === here.channel || (at < listedThreads && !isArchived(thread))),
  ];
  const rooms = parent => childrenOf(parent).filter(channel => !isCategory(channel)).flatMap(withThreads);

  return [
    { category: null, title: 'Direct messages', channels: here.directMessages },
    { category: null, channels: rooms(null) },
    ...childrenOf(null).filter(isCategory).map(category => ({ category, channels: rooms(category.id) })),
  ].filter(group => group.channels.length > 0);
}

/** Snowflakes in order of their time: negative when `a` is the older one. */
export function older(a, b) {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

/** The page's address for a channel: its name, or its id when the name stands for another one as well. */
export function channelHash(channel, user = here.user) {
  const address = channelAt(channel.name)?.id === channel.id ? channel.name : channel.id;
  return `#${encodeURIComponent(address)}?as=${encodeURIComponent(user.as ?? user.id)}`;
}

export const messageHash = (id, channel = here.channel) => channelHash(channel).replace('?', `/${id}?`);
