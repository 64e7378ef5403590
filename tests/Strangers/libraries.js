import core from './libraries/core.js';
import discordJs from './libraries/discord.js.js';
import discordeno from './libraries/discordeno.js';
import discordPy from './libraries/discord.py.js';
import eris from './libraries/eris.js';
import oceanic from './libraries/oceanic.js.js';

/** The columns of the table, from left to right. */
export const libraries = [discordJs, core, eris, oceanic, discordeno, discordPy];
