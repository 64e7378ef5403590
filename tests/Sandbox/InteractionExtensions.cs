using System.Text.Json.Nodes;

namespace Sandbox.Tests;

/// <summary>A person and a bot, one after the other.</summary>
static class InteractionExtensions
{
    /// <summary>The callback's address for an interaction.</summary>
    public static string Callback(this JsonNode interaction) => $"interactions/{interaction["id"]}/{interaction["token"]}/callback";

    /// <summary>The address of its answers and follow-ups.</summary>
    public static string Webhook(this JsonNode interaction) => $"webhooks/{Seed.ApplicationId}/{interaction["token"]}";

    public static string Original(this JsonNode interaction) => interaction.Webhook() + "/messages/@original";

    public static Task<Reply> AnswerAsync(this LocalDiscord discord, JsonNode interaction, string callback, string query = "") =>
        discord.ApiAsync("POST", interaction.Callback() + query, callback, token: null);

    /// <summary>Has the bot answer what a person does, and gives what the person sees.</summary>
    public static async Task<(Reply Seen, JsonNode Interaction)> ExchangeAsync(this LocalDiscord discord, ScriptedBot bot, string action, string callback)
    {
        var seen = discord.UseAsync(action);
        var interaction = await bot.EventAsync("INTERACTION_CREATE");
        var answered = await discord.AnswerAsync(interaction, callback);
        Assert.Equal(204, answered.Status);
        return (await seen, interaction);
    }
}
