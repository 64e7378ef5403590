using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Texts;
using Discord.Models;

namespace Bot.Commands;

/// <summary><c>/help</c>: the commands that the member may use.</summary>
/// <remarks>The catalog comes late, because it has this command in it.</remarks>
sealed class HelpCommand(Lazy<CommandCatalog> catalog, CommandMentions mentions) : ISlashCommand
{
    public ApplicationCommand Spec { get; } = new() { Name = "help", Description = "Show what you can do" };

    public bool IsPrivate => true;

    public Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var words = BotTexts.Of(call.Language);
        var allowed = catalog.Value.Specs.Where(spec => spec.Allows(call.GuildId, call.Member)).ToList();
        var lines = allowed.ToLookup(spec => spec.DefaultMemberPermissions is null, spec => string.Join('\n', Lines(spec, words)));
        string?[] parts =
        [
            string.Join('\n', lines[true]),
            lines[false].Any() ? $"**{words.Reading.ForModerators}**\n{string.Join('\n', lines[false])}" : null,
        ];
        return Task.FromResult(new Reply
        {
            Embeds = [new()
            {
                Title = words.Reading.Help,
                Description = DiscordText.Shorten(string.Join("\n\n", parts.OfType<string>()), DiscordLimits.EmbedDescription),
                Color = StoryMessage.Color,
            }],
            IsPrivate = true,
        });
    }

    /// <summary>A line for each subcommand, since those are what people type.</summary>
    IEnumerable<string> Lines(ApplicationCommand spec, BotTexts words)
    {
        var subcommands = (spec.Options ?? []).Where(option => option.Type is OptionType.SubCommand).ToList();
        return subcommands is []
            ? [Line(spec.Name, Described(spec.DescriptionLocalizations, spec.Description, words))]
            : subcommands.Select(one =>
                Line($"{spec.Name} {one.Name}", Described(one.DescriptionLocalizations, one.Description, words)));
    }

    string Line(string name, string description) => $"{mentions.Of(name)} · {description}";

    static string Described(IReadOnlyDictionary<string, string>? texts, string text, BotTexts words) =>
        texts?.GetValueOrDefault(words.Locale) ?? text;
}
