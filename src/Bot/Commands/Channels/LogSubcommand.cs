using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Texts;
using Desk.Channels;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary><c>/channel log</c>: who changed what, page by page.</summary>
sealed class LogSubcommand(SubscriptionStore subscriptions) : ISubcommand, IButton
{
    const int PerPage = 10;
    const int WhatLength = 300;

    static readonly AnswerTexts Words = BotTexts.English.Answers;

    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "log",
        Description = "See who changed what, latest first",
    };

    public string Name => "log";

    public Access Access => Access.Moderators;

    public Task<Reply> RunAsync(SlashCall call, CancellationToken ct) => PageAsync(call.GuildId!.Value, page: 0, ct);

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct) =>
        interaction is { GuildId: { } guild, CustomId.Numbers: [var page and >= 0 and <= int.MaxValue / PerPage] }
            ? await PageAsync(guild, (int)page, ct) with { Replaces = true }
            : Reply.Note("This button has expired. Use `/channel log` again.");

    async Task<Reply> PageAsync(Snowflake guild, int page, CancellationToken ct)
    {
        var found = await subscriptions.ChangesAsync(guild.ToString(), page * PerPage, PerPage + 1, ct);
        if (page == 0 && found is [])
            return Reply.Note("There are no changes yet.");
        return new()
        {
            Embeds = [new()
            {
                Title = "Change log",
                Description = found is [] ? Words.NothingOlder : string.Join('\n', found.Take(PerPage).Select(Line)),
                Footer = page == 0 && found.Count <= PerPage ? null : new() { Text = $"Page {page + 1}" },
                Color = TopicColor.None,
            }],
            Components = Pager.Buttons(page, found.Count > PerPage, Words, at => new(Name, at)),
            IsPrivate = true,
        };
    }

    static string Line(SubscriptionChange change)
    {
        var who = change.By switch
        {
            null => "the bot",
            // Members can have themselves removed from the log.
            "" => "somebody",
            var person => $"<@{person}>",
        };
        return $"{DiscordText.Relative(change.At)} · <#{change.Channel}> · {who} · {CardText.Markdown(change.What, WhatLength)}";
    }
}
