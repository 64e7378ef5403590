// Answers every command with the same message: node answer.js API COMMANDS ANSWER, the last two being files with JSON.
import { Events, Routes } from 'discord.js';
import { connect, readJson } from './client.js';

const [api, commands, answer] = process.argv.slice(2);
const { allowed_mentions: allowedMentions, ...message } = readJson(answer);
const client = await connect(api);
client.on(Events.InteractionCreate, interaction => interaction.reply({ ...message, allowedMentions }));
await client.rest.put(Routes.applicationCommands(client.application.id), { body: readJson(commands) });
console.log('ready');
