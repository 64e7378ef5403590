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
        var (forMembers, forModerators) = (allowed.Where(spec => spec.DefaultMemberPermissions is null).ToList(),
            allowed.Where(spec => spec.DefaultMemberPermissions is not null).ToList());
        string?[] parts =
        [
            Section(forMembers, words),
            forModerators is [] ? null : $"**{words.Reading.ForModerators}**\n{Section(forModerators, words)}",
        ];
        return Task.FromResult(new Reply
        {
            Embeds = [new()
            {
                Title = words.Reading.Help,
                Description = DiscordText.Shorten(string.Join("\n\n", parts.OfType<string>()), DiscordLimits.EmbedDescription),
                Color = TopicColor.None,
            }],
            IsPrivate = true,
        });
    }

    string Section(IReadOnlyList<ApplicationCommand> specs, BotTexts words)
    {
        var typed = specs.Where(spec => spec.Type is ApplicationCommandType.ChatInput).SelectMany(spec => Lines(spec, words));
        var inMenus = specs.Where(spec => spec.Type is ApplicationCommandType.Message)
            .Select(spec => $"**{Localized(spec.NameLocalizations, spec.Name, words)}**")
            .ToList();
        return string.Join('\n', inMenus is [] ? typed : typed.Append(words.Reading.InMessageMenu(string.Join(", ", inMenus))));
    }

    /// <summary>A line for each subcommand, since those are what people type.</summary>
    IEnumerable<string> Lines(ApplicationCommand spec, BotTexts words)
    {
        var subcommands = (spec.Options ?? []).Where(option => option.Type is OptionType.SubCommand).ToList();
        return subcommands is []
            ? [Line(spec.Name, Localized(spec.DescriptionLocalizations, spec.Description, words))]
            : subcommands.Select(one =>
                Line($"{spec.Name} {one.Name}", Localized(one.DescriptionLocalizations, one.Description, words)));
    }

    string Line(string name, string description) => $"{mentions.Of(name)} · {description}";

    static string Localized(IReadOnlyDictionary<string, string>? texts, string text, BotTexts words) =>
        texts?.GetValueOrDefault(words.Locale) ?? text;
}
