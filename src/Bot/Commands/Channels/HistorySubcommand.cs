using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Texts;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary><c>/channel history channel</c>: what was posted, held, skipped or failed, page by page.</summary>
sealed class HistorySubcommand(GuildSubscriptions channels, DeliveryHistory history) : ISubcommand, IButton
{
    const int PerPage = 8;
    const int LinesLength = (DiscordLimits.EmbedDescription - 40) / PerPage - 2;

    static readonly AnswerTexts Words = BotTexts.English.Answers;

    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "history",
        Description = "See what was posted, held, skipped or failed, and why",
        Options = [ChannelOption.Spec("Which channel")],
    };

    public string Name => "history";

    public Access Access => Access.Moderators;

    public Task<Reply> RunAsync(SlashCall call, CancellationToken ct) =>
        PageAsync(call.GuildId, call.Channel(ChannelOption.Name)?.Id, page: 0, ct);

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct) =>
        interaction.CustomId.Numbers is [var channel and > 0, var page and >= 0 and <= int.MaxValue / PerPage]
            ? await PageAsync(interaction.GuildId, new((ulong)channel), (int)page, ct) with { Replaces = true }
            : Reply.Note("This button has expired. Use `/channel history` again.");

    async Task<Reply> PageAsync(Snowflake? guild, Snowflake? channel, int page, CancellationToken ct)
    {
        var chosen = await channels.OfAsync(guild, channel, ct);
        if (chosen.Subscription is not { } subscription)
            return Reply.Note(chosen.Refusal);
        var found = await history.HistoryAsync(subscription.Channel, page * PerPage, PerPage + 1, ct);
        if (page == 0 && found is [])
            return Reply.Note($"Nothing was sent to <#{subscription.Channel}> yet. Use `/channel test` to see what it would get.");
        var lines = found.Take(PerPage).Select(record => DeliveryText.Line(record, guild!.Value, LinesLength));
        return new()
        {
            Embeds = [new()
            {
                Title = "Delivery history",
                Description = $"<#{subscription.Channel}>\n\n{(found is [] ? Words.NothingOlder : string.Join('\n', lines))}",
                Footer = page == 0 && found.Count <= PerPage ? null : new() { Text = $"Page {page + 1}" },
                Color = TopicColor.None,
            }],
            Components = Pager.Buttons(page, found.Count > PerPage, Words, at => new(Name, (long)channel!.Value.Value, at)),
            IsPrivate = true,
        };
    }
}
