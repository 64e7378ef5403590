using System.Globalization;
using Bot.Cards;
using Bot.Posting;
using Discord;
using News;
using News.Rules;
using News.Storage;

namespace Bot.Commands;

/// <summary>The rules of one channel with what they would have let through, and everything to change them with.</summary>
sealed class RulesPanel(ArticleStore articles, RulesTrial trial)
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

    /// <summary>The chosen topics that the menu shows; a channel may have more than fit into it.</summary>
    public static IReadOnlyList<string> TopicsShown(ChannelRules rules) => [.. rules.Topics.Take(DiscordLimits.SelectOptions)];

    static string Rules(ChannelRules rules)
    {
        var groups = Groups.Select(group =>
        {
            var lines = RulesText.Lines(rules, group.Group).ToList();
            return lines is [] ? null : $"**{group.Title}**\n{string.Join('\n', lines)}";
        });
        return string.Join('\n', groups.OfType<string>()) is { Length: > 0 } told ? told : "Everything, instantly, and nobody is pinged.";
    }

    async Task<IReadOnlyList<Component>> ComponentsAsync(Subscription subscription, Permissions allowed, CancellationToken ct)
    {
        var rules = subscription.Rules;
        Component?[] rows =
        [
            await TopicsAsync(subscription, allowed, ct) is { } topics ? ActionRow.Of(topics) : null,
            ActionRow.Of(new RoleSelect
            {
                CustomId = Id(subscription, allowed, "ping-role"),
                Placeholder = "Role to ping: nobody",
                MinValues = 0,
                MaxValues = 1,
                DefaultValues = Snowflake.TryParse(rules.PingRole, out var role) ? [new(role, "role")] : null,
            }),
            ActionRow.Of(Menu(subscription, allowed, RuleFields.Of("mode")!)),
            ActionRow.Of([.. RuleForms.All.Select(form => new Button { Style = ButtonStyle.Secondary, Label = $"{form.Title} …", CustomId = Id(subscription, allowed, form.Name) })]),
        ];
        return [.. rows.OfType<Component>()];
    }

    /// <summary>Null while there is none to choose.</summary>
    async Task<StringSelect?> TopicsAsync(Subscription subscription, Permissions allowed, CancellationToken ct)
    {
        var chosen = TopicsShown(subscription.Rules);
        var most = (await articles.TopicsLikeAsync("", DiscordLimits.SelectOptions, ct)).ToDictionary(topic => topic.Slug, topic => topic.Name);
        string[] offered = [.. chosen, .. most.Keys.Except(chosen).Take(DiscordLimits.SelectOptions - chosen.Count)];
        return offered is [] ? null : new()
        {
            CustomId = Id(subscription, allowed, "topics"),
            Placeholder = "Topics: every topic",
            MinValues = 0,
            MaxValues = offered.Length,
            Options = [.. offered.Select(slug => new SelectOption
            {
                Label = CardText.Plain(most.GetValueOrDefault(slug, slug), DiscordLimits.SelectOptionLabel),
                Value = slug,
                Default = chosen.Contains(slug),
            })],
        };
    }

    static StringSelect Menu(Subscription subscription, Permissions allowed, RuleField field) => new()
    {
        CustomId = Id(subscription, allowed, field.Name),
        Options = [.. field.Choices.Select(choice => new SelectOption
        {
            Label = choice == field.Choices[0] ? "Each story at once" : $"A digest, {choice.Label}",
            Value = choice.Text,
            Default = choice.Text == field.Write(subscription.Rules),
        })],
    };

    /// <summary>The channel, what the bot may do there as far as is known, and which rule or form it is.</summary>
    static string Id(Subscription subscription, Permissions allowed, string part) =>
        new CustomId(Name, long.Parse(subscription.Channel, CultureInfo.InvariantCulture), (long)allowed) { Words = part }.ToString();
}
