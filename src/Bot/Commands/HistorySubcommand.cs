using Bot.Cards;
using Bot.Languages;
using Discord;
using News.Storage;

namespace Bot.Commands;

/// <summary><c>/channel history channel</c>: what was posted, held, left out and given up, page by page.</summary>
sealed class HistorySubcommand(GuildSubscriptions channels, DeliveryHistory history) : ISubcommand, IButton
{
    const int PerPage = 8;
    const int LinesLength = (DiscordLimits.EmbedDescription - 40) / PerPage - 2;

    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "history",
        Description = "What was posted, held, left out and failed, and why",
        Options = [ChannelOption.Spec("Of which channel")],
    };

    public string Name => "history";

    public Task<Reply> RunAsync(SlashCall call, CancellationToken ct) => PageAsync(call.GuildId, call.Channel(ChannelOption.Name)?.Id, page: 0, ct);

    public async Task<Reply> PressAsync(Press press, CancellationToken ct) => press.Id.Numbers is [var channel and > 0, var page and >= 0 and <= int.MaxValue / PerPage]
        ? await PageAsync(press.GuildId, new((ulong)channel), (int)page, ct) with { Replaces = true }
        : Reply.Note("This button is not one that I know how to answer. Use `/channel history` again.");

    async Task<Reply> PageAsync(Snowflake? guild, Snowflake? channel, int page, CancellationToken ct)
    {
        var chosen = await channels.OfAsync(guild, channel, ct);
        if (chosen.Subscription is not { } subscription)
            return Reply.Note(chosen.Refusal);
        var found = await history.HistoryAsync(subscription.Channel, page * PerPage, PerPage + 1, ct);
        if (page == 0 && found is [])
            return Reply.Note($"Nothing was on its way to <#{subscription.Channel}> yet. `/channel test` shows what it would get.");
        return new()
        {
            Embeds = [new()
            {
                Title = "What became of the news",
                Description = $"<#{subscription.Channel}>\n\n" + (found is [] ? "Nothing older than this." : string.Join('\n', found.Take(PerPage).Select(record => DeliveryText.Line(record, guild!.Value, LinesLength)))),
                Footer = page == 0 && found.Count <= PerPage ? null : new() { Text = $"Page {page + 1}" },
                Color = StoryMessage.Color,
            }],
            Components = Pager.Buttons(page, found.Count > PerPage, Words.English.Answers, at => new(Name, (long)channel!.Value.Value, at)),
            IsPrivate = true,
        };
    }
}
