"""The small bot on discord.py. It does what the tests ask for on standard input, a JSON object a line, and ends with it."""

import asyncio
import io
import json
import os
import sys

import discord
from discord import app_commands

ANSWERS = json.loads(os.environ["ANSWERS"])


def tell(**message):
    print(json.dumps(message), flush=True)


class Client(discord.Client):
    def __init__(self):
        super().__init__(intents=discord.Intents(guilds=True, guild_messages=True), proxy=os.environ["PROXY"])
        self.tree = app_commands.CommandTree(self)

    async def setup_hook(self):
        add_commands(self.tree)

    async def on_message(self, message):
        tell(heard=str(message.id))


class Question(discord.ui.View):
    @discord.ui.button(label="Press", custom_id="press")
    async def press(self, interaction, button):
        await interaction.response.edit_message(content=ANSWERS["pressed"], view=None)


class Ask(discord.ui.Modal, title="Ask"):
    text = discord.ui.TextInput(label="What?", custom_id="text")

    async def on_submit(self, interaction):
        await interaction.response.send_message(self.text.value)


def add_commands(tree):
    @tree.command(description="Answer at once")
    async def answer(interaction: discord.Interaction):
        await interaction.response.send_message(ANSWERS["answer"])

    @tree.command(description="Answer later")
    async def defer(interaction: discord.Interaction):
        await interaction.response.defer()
        await interaction.edit_original_response(content=ANSWERS["defer"])

    @tree.command(description="Answer with a button")
    async def button(interaction: discord.Interaction):
        await interaction.response.send_message(ANSWERS["button"], view=Question())

    @tree.command(description="Ask for a text, and answer with it")
    async def modal(interaction: discord.Interaction):
        await interaction.response.send_modal(Ask(custom_id="ask"))

    @tree.command(description="Suggest topics")
    @app_commands.describe(topic="Which")
    async def suggest(interaction: discord.Interaction, topic: str):
        await interaction.response.send_message(topic)

    @suggest.autocomplete("topic")
    async def topics(interaction: discord.Interaction, current: str):
        return [app_commands.Choice(name="Power", value="power")]


class Bot:
    """What the other libraries' bots do, under the same names."""

    def __init__(self, client):
        self.client = client

    async def self_(self):
        return str(self.client.user.id)

    async def cache(self):
        guild = self.client.guilds[0]
        return {
            "guild": guild.name,
            "channels": [str(channel.id) for channel in guild.channels],
            "members": [str(member.id) for member in guild.members],
        }

    async def register(self):
        await self.client.tree.sync()

    async def post(self, channel, content):
        return str((await self.client.get_partial_messageable(int(channel)).send(content)).id)

    async def edit(self, channel, message, content):
        await self.message(channel, message).edit(content=content)

    async def upload(self, channel, name, text):
        file = discord.File(io.BytesIO(text.encode()), filename=name)
        return str((await self.client.get_channel(int(channel)).send(file=file)).id)

    async def thread(self, channel, name):
        parent = self.client.get_channel(int(channel))
        return str((await parent.create_thread(name=name, type=discord.ChannelType.public_thread)).id)

    async def forumPost(self, forum, name, content):
        return str((await self.client.get_channel(int(forum)).create_thread(name=name, content=content)).thread.id)

    async def pin(self, channel, message):
        await self.message(channel, message).pin()

    async def react(self, channel, message, emoji):
        await self.message(channel, message).add_reaction(emoji)

    def message(self, channel, message):
        return self.client.get_channel(int(channel)).get_partial_message(int(message))

    async def do(self, id, method, arguments):
        try:
            result = await getattr(self, "self_" if method == "self" else method)(*arguments)
            tell(id=id, result=result)
        except Exception as error:  # whatever it is, the test that asked reports it
            tell(id=id, error=repr(error))


async def main():
    async with Client() as client:
        running = asyncio.create_task(client.start(os.environ["TOKEN"]))
        ready = asyncio.create_task(client.wait_until_ready())
        await asyncio.wait([running, ready], return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            running.result()
        tell(ready=True)
        bot, tasks = Bot(client), set()
        while line := await asyncio.to_thread(sys.stdin.readline):
            tasks.add(asyncio.create_task(bot.do(**json.loads(line))))


asyncio.run(main())
