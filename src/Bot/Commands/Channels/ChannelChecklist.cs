using System.Globalization;
using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Commands.Rules;
using Bot.Posting;
using Bot.Texts;
using Desk.Archive;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>
/// What is set for a channel and what is missing, with what to do about it. Its button looks again, and tries at once what Discord refused.
/// </summary>
sealed class ChannelChecklist(
    GuildSubscriptions channels,
    RuleFields fields,
    ArticleStore articles,
    RulesTrial trial,
    ChannelPermissions permissions,
    ChannelFollows follows,
    PauseStore pauses,
    OutboxSignal outbox) : IButton
{
    const int Ready = 0x1A9E5C;
    const int NotReady = 0xBF8700;

    /// <summary>The rules that it always names.</summary>
    static readonly string[] Named = ["layout", "mode"];

    public string Name => "checklist";

    public Access Access => Access.Moderators;

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct)
    {
        if (interaction.CustomId.Numbers is not [var channel and > 0, var told])
            return Reply.Note("This checklist has expired. Use `/channel list` to see the channels that get news.");
        var chosen = await channels.OfAsync(interaction.GuildId, new((ulong)channel), ct);
        if (chosen.Subscription is not { } subscription)
            return Reply.Note(chosen.Refusal);
        var now = await permissions.OfAsync(subscription, ct);
        if (now is { } known && IsReady(subscription, known))
        {
            await pauses.TryAgainAsync(subscription, interaction.UserId?.ToString(), ct);
            outbox.Set();
            subscription = subscription.Paused is { IsByBot: true } ? subscription with { Paused = null } : subscription;
        }

        return await DrawAsync(subscription, now, (Permissions)told, $"<#{channel}> gets news.", ct) with { Replaces = true };
    }

    /// <param name="told">What an interaction said that the bot may do in the channel; none if it didn't.</param>
    /// <param name="text">What has just happened.</param>
    public async Task<Reply> OfAsync(Subscription subscription, Permissions told, string text, CancellationToken ct) =>
        await DrawAsync(subscription, await permissions.OfAsync(subscription, ct), told, text, ct);

    async Task<Reply> DrawAsync(
        Subscription subscription, ChannelAccess? now, Permissions told, string text, CancellationToken ct)
    {
        var allowed = now?.Allowed ?? told;
        var isKnown = now is not null || told is not Permissions.None;
        var roles = now?.RolesOf(subscription.Rules) ?? [];
        var checks = isKnown ? PostingPermissions.Check(allowed, subscription.Destination, subscription.Rules, roles) : [];
        List<string> gets = [.. await GetsAsync(subscription, now, ct)];
        List<string> todo = [.. Todo(subscription, checks, isKnown)];
        var title = todo is [] ? "Ready to post" : "Almost ready";
        return new()
        {
            Components =
            [
                new Container
                {
                    AccentColor = todo is [] ? Ready : NotReady,
                    Components =
                    [
                        new TextDisplay { Content = $"## {title}\n{text}" },
                        new Separator(),
                        new TextDisplay { Content = $"### What it gets\n{string.Join('\n', gets)}" },
                        .. isKnown ? (Component[])[new TextDisplay { Content = $"### What I may do there\n{Lines(checks)}" }] : [],
                        .. todo is [] ? (Component[])[] : [new Separator(), new TextDisplay { Content = string.Join('\n', todo) }],
                        ActionRow.Of(Buttons(subscription, allowed, todo is [])),
                    ],
                },
            ],
            IsPrivate = true,
        };
    }

    static bool IsReady(Subscription subscription, ChannelAccess now) =>
        PostingPermissions.MissingFrom(now.Allowed, subscription.Destination, subscription.Rules, now.RolesOf(subscription.Rules)) is [];

    async Task<IEnumerable<string>> GetsAsync(Subscription subscription, ChannelAccess? now, CancellationToken ct)
    {
        var rules = subscription.Rules;
        var topics = RulesText.Topics(await articles.TopicNamesAsync(rules.Topics, ct));
        var others = fields.Where(field => field.Kind is not (RuleKind.Topics or RuleKind.Pings) && !Named.Contains(field.Name));
        return
        [
            $"✓ {RulesText.Capitalized(topics)}",
            .. Named.Select(name => fields.Of(name)!).Select(field => $"✓ {RulesText.Capitalized(field.Describe(rules))}"),
            .. await PingsAsync(rules, now, ct),
            .. subscription.Destination is Destination.Announcement
                ? (string[])[$"✓ Published to the channels that follow it, at most {PublicationTurns.PerHour} stories an hour"]
                : [],
            .. await follows.TwiceLinesAsync(Snowflake.Parse(subscription.Channel, CultureInfo.InvariantCulture), now, ct),
            .. RulesText.Lines(others, rules, BotTexts.English.Answers).Select(line => $"✓ {RulesText.Capitalized(line)}"),
            .. now is { Allowed: not Permissions.None } && subscription.Destination is Destination.Forum
                ? now.MissingTags(rules).Select(MissingTag)
                : [],
            .. await trial.OfAsync(rules, ct) is { Tried: > 0 } result
                ? (string[])[$"{(result.Passing is [] ? "✗" : "✓")} {result.Summary}"]
                : [],
        ];
    }

    async Task<IEnumerable<string>> PingsAsync(ChannelRules rules, ChannelAccess? now, CancellationToken ct)
    {
        if (rules.Pings is [])
            return ["✓ Pings nobody"];
        var lines = new List<string>();
        foreach (var ping in rules.Pings)
        {
            lines.Add(now is not null && now.Roles.All(role => role.Id.ToString() != ping.Role)
                ? "✗ A role to ping is gone. Press **Edit rules**, then **Pings**, to choose another."
                : $"✓ Pings {PingText.Of(ping, await articles.TopicNamesAsync(ping.Topics, ct))}");
        }

        return lines;
    }

    static string MissingTag(string name) =>
        $"✗ The forum has no tag **{CardText.Markdown(name, 60)}** that everybody may use. Create it in **Edit Channel**, or press "
        + "**Edit rules** to name another.";

    static string Lines(IReadOnlyList<PermissionCheck> checks) =>
        string.Join('\n', checks.Select(one => one.IsGiven ? $"✓ {one.Name}" : $"✗ **{one.Name}**, {one.Purpose}{Optional(one)}"));

    static string Optional(PermissionCheck check) =>
        check.IsRequired ? "" : " (optional; you can allow it under **Edit Channel → Permissions**)";

    /// <summary>Nothing for what works without.</summary>
    static IEnumerable<string> Todo(Subscription subscription, IReadOnlyList<PermissionCheck> checks, bool isKnown)
    {
        if (subscription.Paused is not null)
            yield return $"✗ Posting is paused. Use `/channel resume` to post to <#{subscription.Channel}> again.";
        if (!isKnown)
            yield return "✗ Discord didn't tell me what I may do there. Press **Check again**.";
        var missing = checks.Where(one => one is { IsRequired: true, IsGiven: false }).Select(one => one.Name).ToList();
        if (missing is not [])
        {
            yield return $"Open **Edit Channel → Permissions** of <#{subscription.Channel}>, give me {string.Join(", ", missing)}, "
                + "and press **Check again**. Until then, no story is lost: I try again, at most an hour apart. "
                + "If Discord refuses three posts, I pause the channel, and its stories wait until you resume it.";
        }
    }

    IReadOnlyList<Component> Buttons(Subscription subscription, Permissions allowed, bool isReady)
    {
        var channel = long.Parse(subscription.Channel, CultureInfo.InvariantCulture);
        return
        [
            new Button
            {
                Style = isReady ? ButtonStyle.Secondary : ButtonStyle.Primary,
                Label = "Check again",
                CustomId = new CustomId(Name, channel, (long)allowed).ToString(),
            },
            new Button { Style = ButtonStyle.Secondary, Label = "Edit rules", CustomId = RulesPanel.IdToOpen(subscription) },
        ];
    }
}
