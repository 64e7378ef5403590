using System.Globalization;
using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Commands.Rules;
using Bot.Posting;
using Bot.Texts;
using Desk.Archive;
using Desk.Channels;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>The pings of a channel, each with the button that changes it, and the form of a ping.</summary>
sealed class PingsPanel(RuleMenus menus, ArticleStore articles, ChannelPermissions permissions)
{
    public const string Name = "pings";
    public const string Opening = "open";
    public const string Change = "change";

    static readonly AnswerTexts Words = BotTexts.English.Answers;

    /// <param name="known">What the interaction says about roles.</param>
    public async Task<Reply> DrawAsync(Subscription subscription, IEnumerable<Role> known, CancellationToken ct)
    {
        var pings = subscription.Rules.Pings;
        var sections = new List<Component>();
        foreach (var (index, ping) in pings.Index())
        {
            sections.Add(new Section
            {
                Components = [new TextDisplay { Content = PingText.Of(ping, await articles.TopicNamesAsync(ping.Topics, ct)) }],
                Accessory = new Button
                {
                    Style = ButtonStyle.Secondary, Label = "Change", CustomId = Id(subscription, index, RoleOf(ping), Change),
                },
            });
        }

        var add = new Button
        {
            Style = ButtonStyle.Primary,
            Label = "Add a ping",
            CustomId = Id(subscription, pings.Count, role: 0, Change),
            Disabled = pings.Count >= ChannelRules.MostPings,
        };
        return new()
        {
            Components =
            [
                new Container
                {
                    AccentColor = TopicColor.None,
                    Components =
                    [
                        new TextDisplay { Content = $"## Pings in <#{subscription.Channel}>\n{Explanation(pings)}" },
                        .. sections,
                        .. await WarningAsync(subscription, known, ct) is { } warning ? (Component[])[warning] : [],
                        ActionRow.Of(add),
                    ],
                },
            ],
            IsPrivate = true,
        };
    }

    /// <summary>The form of a ping; empty for a new one.</summary>
    public async Task<Form> FormAsync(CustomId id, PingRule ping, CancellationToken ct)
    {
        var parts = PingRules.Only(ping);
        var questions = new List<Label>();
        foreach (var part in PingRules.Parts)
        {
            Select? menu = part.Kind switch
            {
                RuleKind.Topics => await menus.TopicsAsync(ChosenIn(ping), part.Name, "Every topic", ct),
                RuleKind.Role => RuleMenus.Role(part, parts, part.Name, "Nobody"),
                _ => null,
            };
            questions.Add(menu is null
                ? RuleForm.Question(part, parts, Words)
                : RuleForm.Question(part, menu with { Required = false }, Words));
        }

        return new(id, ping.Role.Length > 0 ? "Change a ping" : "Add a ping", questions);
    }

    /// <summary>The ping as it was filled in; without a role if it is to be removed.</summary>
    /// <param name="refusal">What the person gets if an answer is not valid; null if all are.</param>
    public static PingRule Read(PingRule ping, CustomIdInteraction submitted, out Reply? refusal)
    {
        var answers = PingRules.Parts
            .Where(part => submitted.Answers.ContainsKey(part.Name))
            .Select(part => (part, RuleMenus.Chosen(part, submitted.Answers[part.Name], ChosenIn(ping))));
        var read = RuleAnswers.Read(PingRules.Only(ping), answers, Words, out refusal);
        return read.Pings is [var changed, ..] ? changed : new();
    }

    /// <summary>Which ping a button is about, as far as it is still where it was.</summary>
    /// <returns>Its place in the list, which is the list's end for a new one; null if the pings have changed since.</returns>
    public static int? IndexOf(CustomId id, ChannelRules rules) => id.Numbers is [_, var index and >= 0, var role]
        && (index < rules.Pings.Count ? RoleOf(rules.Pings[(int)index]) == role : index == rules.Pings.Count && role == 0)
            ? (int)index
            : null;

    /// <summary>Of a button elsewhere that opens the panel.</summary>
    public static string IdToOpen(Subscription subscription) => Id(subscription, 0, role: 0, Opening);

    async Task<TextDisplay?> WarningAsync(Subscription subscription, IEnumerable<Role> known, CancellationToken ct)
    {
        if (await permissions.OfAsync(subscription, ct) is not { } now)
            return null;
        now = now with { Roles = now.Roles is [] ? [.. known] : now.Roles };
        var check = PostingPermissions.Check(now.Allowed, subscription.Destination, subscription.Rules, now.RolesOf(subscription.Rules))
            .FirstOrDefault(one => one is { IsGiven: false, IsMention: true });
        return check is null ? null : new() { Content = $"⚠ I need **{check.Name}** {check.Purpose}." };
    }

    static string Explanation(IReadOnlyList<PingRule> pings) => pings is []
        ? "No story pings anybody."
        : "A story pings each role at most once, and its post says why. To remove a ping, change it and clear its role.";

    /// <summary>The topics of a ping as those of a channel, which the menu of topics shows.</summary>
    static ChannelRules ChosenIn(PingRule ping) => ChannelRules.Default with { Topics = ping.Topics };

    /// <summary>Tells pings apart in custom ids; 0 for a role that is named otherwise.</summary>
    static long RoleOf(PingRule ping) => long.TryParse(ping.Role, CultureInfo.InvariantCulture, out var role) ? role : 0;

    static string Id(Subscription subscription, int index, long role, string part) =>
        new CustomId(Name, long.Parse(subscription.Channel, CultureInfo.InvariantCulture), index, role) { Words = part }.ToString();
}
