using System.Diagnostics.CodeAnalysis;
using Bot.Commands;
using Bot.Commands.Interactions;
using Discord.Models;
using LocalDiscord.Commands;

namespace Bot.Cli;

/// <summary>A command that is typed in the terminal. The local Discord reads it, as it reads what is typed on its page.</summary>
static class TypedCall
{
    /// <param name="typed">The slash may be left out.</param>
    public static bool TryParse(
        string typed,
        CommandCatalog catalog,
        [NotNullWhen(true)] out SlashCall? call,
        [NotNullWhen(false)] out string? mistake)
    {
        (call, mistake) = (null, null);
        var text = $"/{typed.TrimStart().TrimStart('/')}";
        if (!TypedCommand.TryParse(text, ApplicationCommand.ToJson(catalog.Specs), out var command, out var error, isOnSeed: true))
        {
            mistake = error.Message;
            return false;
        }

        call = new()
        {
            Name = command.Name,
            Subcommand = command.Subcommands is [.., var last] ? last : null,
            Options = [.. command.Options.Select(Option)],
            // Far away from any real server, since nothing is sent.
            GuildId = new Snowflake(1),
            ChannelId = new Snowflake(2),
        };
        return true;
    }

    static InteractionOption Option(TypedOption option) =>
        new() { Name = option.Name, Type = (OptionType)option.Type, Value = option.Value };
}
