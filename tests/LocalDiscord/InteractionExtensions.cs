using System.Text.Json.Nodes;
using LocalDiscord.Guilds;

namespace LocalDiscord.Tests;

/// <summary>Exchanges between a user and a bot.</summary>
static class InteractionExtensions
{
    /// <summary>The path of an interaction's callback.</summary>
    public static string Callback(this JsonNode interaction) => $"interactions/{interaction["id"]}/{interaction["token"]}/callback";

    /// <summary>The path of an interaction's answers and follow-ups.</summary>
    public static string Webhook(this JsonNode interaction) => $"webhooks/{Seed.ApplicationId}/{interaction["token"]}";

    public static string Original(this JsonNode interaction) => interaction.Webhook() + "/messages/@original";

    public static Task<Reply> AnswerAsync(this TestDiscord discord, JsonNode interaction, string callback, string query = "") =>
        discord.ApiAsync("POST", interaction.Callback() + query, callback, token: null);

    /// <summary>A user does something with the bot, and the bot answers. Returns what the user sees.</summary>
    public static async Task<(Reply Seen, JsonNode Interaction)> ExchangeAsync(
        this TestDiscord discord, ScriptedBot bot, string action, string callback)
    {
        var seen = discord.UseAsync(action);
        var interaction = await bot.EventAsync("INTERACTION_CREATE");
        var answered = await discord.AnswerAsync(interaction, callback);
        Assert.Equal(204, answered.Status);
        return (await seen, interaction);
    }
}
