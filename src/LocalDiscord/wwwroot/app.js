import { messageBot, reactTo, runCommand, runMessageCommand, runUserCommand, sendMessage } from './actions.js';
import { closeDrawer } from './channels/drawer.js';
import { fillCommand, startComposer } from './composer/composer.js';
import { showConnection } from './connection.js';
import { byId } from './dom.js';
import { channelHash, channelTree, here } from './guild.js';
import { drawStaticIcons } from './icons.js';
import { connect } from './live.js';
import { startMessageMenu } from './messages/message-menu.js';
import { startPanel } from './panel/panel.js';
import { startLanguage } from './people/language.js';
import { startUserMenu } from './people/user-menu.js';
import { describeCommands, goTo, loadGuilds } from './place.js';

drawStaticIcons();
startComposer({ runCommand, sendMessage });
startMessageMenu({ runMessageCommand, react: reactTo });
startUserMenu({ runUserCommand, messageBot });
startPanel();
startLanguage(describeCommands);
begin();

async function begin() {
  try {
    await loadGuilds();
  } catch (error) {
    showConnection(error.message);
    setTimeout(begin, 2000);
    return;
  }
  showConnection(null);
  addEventListener('hashchange', followHash);
  await followHash();
}

const followHash = () => goTo(location.hash, connect);

document.addEventListener('usecommand', event => fillCommand(event.detail));

// Keys that work everywhere

document.addEventListener('keydown', event => {
  if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    event.preventDefault();
    goToNeighbour(event.key === 'ArrowUp' ? -1 : 1);
  } else if (startsTyping(event)) {
    byId('composer-input').focus();
  }
});

function goToNeighbour(by) {
  const all = channelTree().flatMap(group => group.channels);
  const next = all[(all.indexOf(here.channel) + by + all.length) % all.length];
  location.hash = channelHash(next);
}

function startsTyping(event) {
  const isCharacter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
  return isCharacter && (event.target === document.body || event.target === byId('messages'));
}

byId('skip').addEventListener('click', event => {
  event.preventDefault();
  closeDrawer();
  byId('composer-input').focus();
});
