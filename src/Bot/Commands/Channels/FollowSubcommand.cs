using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Commands.Rules;
using Desk.Archive;
using Discord.Models;
using Discord.Rest;

namespace Bot.Commands.Channels;

/// <summary>
/// <c>/channel follow topic [channel]</c>: makes a text channel follow one of the hub's, with a question first if stories would come
/// twice, and a button that ends it.
/// </summary>
sealed class FollowSubcommand(HubChannels hub, ChannelFollows follows, GuildSubscriptions channels, ArticleStore articles)
    : ISubcommand, ISuggest, IButton
{
    const string Topic = "topic";
    const string Anyway = "anyway";
    const string Cancel = "cancel";
    const string Stop = "stop";

    public ApplicationCommandOption Spec { get; } = new()
    {
        Type = OptionType.SubCommand,
        Name = "follow",
        Description = "Follow a topic of the news hub; Discord copies its stories",
        Options =
        [
            TopicOption.Named(Topic, "Which topic of the hub") with { Required = true },
            ChannelOption.Spec("Which text channel follows it (default: this one)") with
            {
                Required = false,
                ChannelTypes = [ChannelType.GuildText],
            },
        ],
    };

    public bool IsOffered => hub.IsSetUp;

    public string Name => "hub";

    public Access Access => Access.Moderators;

    public async Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct) =>
    [
        .. (await hub.AllAsync(ct))
            .Where(one => one.Label.Contains(call.Typed.Trim(), StringComparison.OrdinalIgnoreCase))
            .Take(DiscordLimits.Choices)
            .Select(one => new Choice { Name = CardText.Plain(one.Label, DiscordLimits.ChoiceName), Value = one.Id.ToString() }),
    ];

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var typed = call.Text(Topic) ?? "";
        if (await hub.FindAsync(typed, ct) is not { } followed)
            return Reply.Note(HubText.Unknown(typed, await hub.AllAsync(ct)));
        if ((call.Channel(ChannelOption.Name) ?? call.Here) is not { Type: ChannelType.GuildText } channel)
            return Reply.Note(HubText.NoTextChannel);
        return channel.AppPermissions is { } allowed && (allowed & (Permissions.ManageWebhooks | Permissions.Administrator)) == 0
            ? Reply.Note(HubText.MissingPermission(channel.Id))
            : await FollowAsync(call.GuildId!.Value, channel.Id, followed, isSure: false, ct);
    }

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        if (interaction.CustomId is not { Numbers: [var source and > 0, var target and > 0], Words: { } action }
            || !await follows.IsInAsync(interaction.GuildId, new((ulong)target), ct)
            || await hub.FindAsync($"{source}", ct) is not { } followed)
            return Reply.Note("This button has expired. Use `/channel follow` again.");
        var channel = new Snowflake((ulong)target);
        return action switch
        {
            Anyway => await FollowAsync(interaction.GuildId!.Value, channel, followed, isSure: true, ct),
            Stop => await StopAsync(channel, followed, ct),
            _ => HubText.Canceled(channel, followed) with { Replaces = true },
        };
    }

    /// <param name="isSure">Whether the moderator knows that stories will come twice.</param>
    async Task<Reply> FollowAsync(Snowflake guild, Snowflake channel, HubChannel followed, bool isSure, CancellationToken ct)
    {
        try
        {
            var already = await follows.OfAsync(channel, ct);
            if (already.Any(one => one.Channel.Id == followed.Id))
                return HubText.Followed("Already following", channel, followed, StopButton(channel, followed)) with { Replaces = isSure };
            if (!isSure && await OtherNewsAsync(guild, channel, already, ct) is { } why)
                return Ask(why, channel, followed);
            await follows.FollowAsync(followed, channel, ct);
            return HubText.Followed("Following", channel, followed, StopButton(channel, followed)) with { Replaces = isSure };
        }
        catch (DiscordApiException refused)
        {
            return Reply.Note(HubText.Refusal(refused, channel, followed));
        }
    }

    async Task<Reply> StopAsync(Snowflake channel, HubChannel followed, CancellationToken ct)
    {
        try
        {
            foreach (var one in (await follows.OfAsync(channel, ct)).Where(one => one.Channel.Id == followed.Id))
                await follows.StopAsync(one, ct);
            return HubText.Stopped(channel, followed) with { Replaces = true };
        }
        catch (DiscordApiException refused)
        {
            return Reply.Note($"{HubText.Refusal(refused, channel, followed)}\n{HubText.StopInDiscord(channel)}");
        }
    }

    /// <summary>What the channel gets already; null if that is nothing.</summary>
    async Task<string?> OtherNewsAsync(
        Snowflake guild, Snowflake channel, IReadOnlyList<FollowedHubChannel> already, CancellationToken ct)
    {
        if ((await channels.OfAsync(guild, channel, ct)).Subscription is { } own)
        {
            var topics = RulesText.Topics(await articles.TopicNamesAsync(own.Rules.Topics, ct));
            return $"<#{channel}> has news of its own: {topics}. `/channel remove` ends that.";
        }

        return already is [var other, ..] ? $"<#{channel}> already follows {HubText.Name(other.Channel)}." : null;
    }

    Reply Ask(string why, Snowflake channel, HubChannel followed) => HubText.Question(
        why,
        followed,
        Button("Follow anyway", ButtonStyle.Primary, Anyway, channel, followed),
        Button("Cancel", ButtonStyle.Secondary, Cancel, channel, followed));

    Button StopButton(Snowflake channel, HubChannel followed) =>
        Button("Stop following", ButtonStyle.Secondary, Stop, channel, followed);

    Button Button(string label, ButtonStyle style, string action, Snowflake channel, HubChannel followed) => new()
    {
        Style = style,
        Label = label,
        CustomId = new CustomId(Name, (long)followed.Id.Value, (long)channel.Value) { Words = action }.ToString(),
    };
}
