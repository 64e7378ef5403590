using System.Globalization;
using Bot.Cards;
using Bot.Languages;
using Bot.Posting;
using Discord;
using News;
using News.Rules;

namespace Bot.Commands;

/// <summary>The rules of one channel with what they would have let through, and everything to change them with.</summary>
sealed class RulesPanel(RuleMenus menus, RulesTrial trial)
{
    public const string Name = "rules";

    static readonly (RuleGroup Group, string Title)[] Groups = [(RuleGroup.What, "What"), (RuleGroup.When, "When"), (RuleGroup.How, "How")];

    /// <param name="allowed">What the bot may do in the channel; none where that is not known.</param>
    /// <param name="role">The role to ping, where Discord told of it.</param>
    public async Task<Reply> DrawAsync(Subscription subscription, Permissions allowed, Role? role, CancellationToken ct)
    {
        var rules = subscription.Rules;
        var missing = allowed is Permissions.None ? [] : PostingPermissions.MissingFrom(allowed, subscription.Destination, rules, role);
        return new()
        {
            Embeds = [new()
            {
                Title = "What this channel gets",
                Description = string.Join("\n\n", ((string?[])
                [
                    $"<#{subscription.Channel}> {(await trial.OfAsync(rules, ct)).Told}.",
                    Rules(rules),
                    missing is [] ? null : $"⚠ For this I am not allowed enough. Give me {string.Join(", ", missing)} in <#{subscription.Channel}>.",
                ]).OfType<string>()),
                Color = StoryMessage.Color,
            }],
            Components = await ComponentsAsync(subscription, allowed, ct),
            IsPrivate = true,
        };
    }

    static string Rules(ChannelRules rules)
    {
        var groups = Groups.Select(group =>
        {
            var lines = RulesText.Lines(RuleFields.All.Where(field => field.Group == group.Group), rules, Words.English.Answers).ToList();
            return lines is [] ? null : $"**{group.Title}**\n{string.Join('\n', lines)}";
        });
        return string.Join('\n', groups.OfType<string>()) is { Length: > 0 } told ? told : "Everything, instantly, and nobody is pinged.";
    }

    async Task<IReadOnlyList<Component>> ComponentsAsync(Subscription subscription, Permissions allowed, CancellationToken ct)
    {
        var rules = subscription.Rules;
        Component?[] rows =
        [
            await menus.TopicsAsync(rules, Id(subscription, allowed, "topics"), "Topics: every topic", ct) is { } topics ? ActionRow.Of(topics) : null,
            ActionRow.Of(new RoleSelect
            {
                CustomId = Id(subscription, allowed, "ping-role"),
                Placeholder = "Role to ping: nobody",
                MinValues = 0,
                MaxValues = 1,
                DefaultValues = Snowflake.TryParse(rules.PingRole, out var role) ? [new(role, "role")] : null,
            }),
            ActionRow.Of(RuleMenus.Mode(rules, Id(subscription, allowed, "mode"), Words.English.Answers)),
            ActionRow.Of([.. RuleForms.All.Select(form => new Button { Style = ButtonStyle.Secondary, Label = $"{form.Title} …", CustomId = Id(subscription, allowed, form.Name) })]),
        ];
        return [.. rows.OfType<Component>()];
    }

    /// <summary>The channel, what the bot may do there as far as is known, and which rule or form it is.</summary>
    static string Id(Subscription subscription, Permissions allowed, string part) =>
        new CustomId(Name, long.Parse(subscription.Channel, CultureInfo.InvariantCulture), (long)allowed) { Words = part }.ToString();
}
