/** The server that is looked at, and who is looking: what mentions, pickers and links are resolved against. */
export const here = {
  guild: null,
  channel: null,
  user: null,
  commands: [],
  messageCommands: [],
};

const threadTypes = [10, 11, 12];

export const isThread = channel => threadTypes.includes(channel.type);
export const isForum = channel => channel.type === 15 || channel.type === 16;
export const isCategory = channel => channel.type === 4;

export const channels = () => here.guild.channels;
export const channelById = id => channels().find(channel => channel.id === id);
export const channelByName = name => channels().find(channel => channel.name === name && !isCategory(channel));
export const bot = () => here.guild.bot;

/** A person of this server by their role on the page or their id; the first one when nobody goes by that. */
export const personNamed = as => here.guild.users.find(person => person.as === as || person.id === as) ?? here.guild.users[0];

export const userById = id => [...here.guild.users, bot()].find(user => user?.id === id);
export const roleById = id => here.guild.roles?.find(role => role.id === id);

export const displayName = user => user.global_name ?? user.username;

/** What a person is here: a member or a moderator. */
export const roleName = user => (user.as ? user.as[0].toUpperCase() + user.as.slice(1) : user.username);

/** Channels in the order of the list: those without a category first, then each category's, threads below their parent. */
export function channelTree() {
  const byPosition = (a, b) => (a.position ?? 0) - (b.position ?? 0) || older(a.id, b.id);
  const childrenOf = parent => channels()
    .filter(channel => (channel.parent_id ?? null) === parent)
    .sort(byPosition);
  const withThreads = channel => [channel, ...childrenOf(channel.id)];
  const rooms = parent => childrenOf(parent).filter(channel => !isCategory(channel)).flatMap(withThreads);

  return [
    { category: null, channels: rooms(null) },
    ...childrenOf(null).filter(isCategory).map(category => ({ category, channels: rooms(category.id) })),
  ].filter(group => group.channels.length > 0);
}

/** Snowflakes in order of their time: negative when `a` is the older one. */
export function older(a, b) {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

/** The page's address for a channel. A thread may share its name with others, so it goes by its id. */
export const channelHash = (channel, user = here.user) =>
  `#${encodeURIComponent(isThread(channel) ? channel.id : channel.name)}?as=${encodeURIComponent(user.as ?? user.id)}`;

export const messageHash = message => channelHash(here.channel).replace('?', `/${message.id}?`);
