using Bot.Cards;
using Bot.Languages;
using Discord;
using News.Storage;

namespace Bot.Commands;

/// <summary><c>/channel log</c>: who changed what, page by page.</summary>
sealed class LogSubcommand(SubscriptionStore subscriptions) : ISubcommand, IButton
{
    const int PerPage = 10;
    const int WhatLength = 300;

    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "log",
        Description = "Who changed what, the latest first",
    };

    public string Name => "log";

    public Task<Reply> RunAsync(SlashCall call, CancellationToken ct) => PageAsync(call.GuildId!.Value, page: 0, ct);

    public async Task<Reply> PressAsync(Press press, CancellationToken ct) => press is { GuildId: { } guild, Id.Numbers: [var page and >= 0 and <= int.MaxValue / PerPage] }
        ? await PageAsync(guild, (int)page, ct) with { Replaces = true }
        : Reply.Note("This button is not one that I know how to answer. Use `/channel log` again.");

    async Task<Reply> PageAsync(Snowflake guild, int page, CancellationToken ct)
    {
        var found = await subscriptions.ChangesAsync(guild.ToString(), page * PerPage, PerPage + 1, ct);
        if (page == 0 && found is [])
            return Reply.Note("Nothing was changed yet.");
        return new()
        {
            Embeds = [new()
            {
                Title = "Who changed what",
                Description = found is [] ? "Nothing older than this." : string.Join('\n', found.Take(PerPage).Select(Line)),
                Footer = page == 0 && found.Count <= PerPage ? null : new() { Text = $"Page {page + 1}" },
                Color = StoryMessage.Color,
            }],
            Components = Pager.Buttons(page, found.Count > PerPage, Words.English.Answers, at => new(Name, at)),
            IsPrivate = true,
        };
    }

    static string Line(SubscriptionChange change) =>
        $"{DiscordText.Relative(change.At)} · <#{change.Channel}> · {(change.By is { } who ? $"<@{who}>" : "the bot itself")} · {CardText.Markdown(change.What, WhatLength)}";
}
