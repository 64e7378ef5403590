import { avatar } from '../avatar.js';
import { bot, channels, displayName, here, isCategory, isDirectMessage, isThread } from '../guild.js';
import { channelIcon, icon } from '../icons.js';

/** What can be chosen in a select menu: the bot's own options, or the server's users, roles or channels. */
export function optionsOf(component) {
  switch (component.type) {
    case 3: return component.options;
    case 5: return withDefaults(users(), component);
    case 6: return withDefaults(roles(), component);
    case 7: return withDefaults([...users(), ...roles()], component);
    default: return withDefaults(places(component.channel_types), component);
  }
}

const users = () => [...here.guild.users, bot()].map(user => ({
  label: displayName(user),
  description: user.username,
  value: user.id,
  icon: avatar(user, 'small'),
}));

const roles = () => (here.guild.roles ?? []).map(role => ({ label: role.name, value: role.id, icon: roleIcon(role) }));

function roleIcon(role) {
  const node = icon('shield');
  if (role.color) node.style.color = `#${role.color.toString(16).padStart(6, '0')}`;
  return node;
}

const places = types => channels()
  .filter(channel => (types?.length > 0 ? types.includes(channel.type) : !isCategory(channel) && !isThread(channel)))
  .filter(channel => !isDirectMessage(channel))
  .map(channel => ({ label: channel.name, value: channel.id, icon: channelIcon(channel.type) }));

function withDefaults(options, { default_values: defaults = [] }) {
  return options.map(option => ({ ...option, default: defaults.some(value => value.id === option.value) }));
}
