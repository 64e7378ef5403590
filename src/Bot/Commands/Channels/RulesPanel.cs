using System.Globalization;
using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Commands.Rules;
using Bot.Posting;
using Bot.Texts;
using Desk.Channels;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>The rules of one channel, how many recent stories pass them, and the menus and buttons that change them.</summary>
sealed class RulesPanel(RuleFields fields, RuleMenus menus, RulesTrial trial, ChannelPermissions permissions)
{
    public const string Name = "rules";

    public const string Opening = "panel";

    public const string Preview = "preview";

    /// <summary>In one row of a message.</summary>
    const int ButtonsPerRow = 5;

    static readonly AnswerTexts Words = BotTexts.English.Answers;

    public RuleForms Forms { get; } = new(fields);

    /// <param name="told">What the interaction says that the bot may do in the channel; none if it doesn't.</param>
    public async Task<Reply> DrawAsync(Subscription subscription, Permissions told, CancellationToken ct)
    {
        var rules = subscription.Rules;
        var now = await permissions.OfAsync(subscription, ct);
        var allowed = now?.Allowed ?? told;
        var missing = now is null && told is Permissions.None
            ? []
            : PostingPermissions.MissingFrom(allowed, subscription.Destination, rules, now?.RolesOf(rules));
        string?[] parts =
        [
            $"<#{subscription.Channel}> · {(await trial.OfAsync(rules, ct)).Summary}",
            RulesText.Sections(fields, rules, Words),
            missing is []
                ? null
                : $"⚠ I'm missing a permission for this. Give me {string.Join(", ", missing)} in <#{subscription.Channel}>.",
        ];
        return new()
        {
            Embeds =
            [
                new() { Title = "Channel rules", Description = string.Join("\n\n", parts.OfType<string>()), Color = TopicColor.None },
            ],
            Components = await ComponentsAsync(subscription, allowed, ct),
            IsPrivate = true,
        };
    }

    async Task<IReadOnlyList<Component>> ComponentsAsync(Subscription subscription, Permissions allowed, CancellationToken ct)
    {
        var rows = new List<Component>();
        foreach (var field in Forms.Menus)
        {
            if (await menus.OfAsync(field, subscription.Rules, Id(subscription, allowed, field.Name), Words, ct) is { } menu)
                rows.Add(ActionRow.Of(menu));
        }

        var preview = new Button { Style = ButtonStyle.Primary, Label = "Preview", CustomId = Id(subscription, allowed, Preview) };
        var pings = new Button { Style = ButtonStyle.Secondary, Label = "Pings …", CustomId = PingsPanel.IdToOpen(subscription) };
        var save = new Button
        {
            Style = ButtonStyle.Secondary, Label = "Save as preset …", CustomId = PresetForms.IdToSave(subscription),
        };
        Button[] buttons = [.. Forms.All.Select(form => form.Button(Id(subscription, allowed, form.Name), Words)), pings, save, preview];
        // Rows of about the same length look better than a full one and a single button.
        var lines = (buttons.Length + ButtonsPerRow - 1) / ButtonsPerRow;
        rows.AddRange(buttons.Chunk((buttons.Length + lines - 1) / lines).Select(row => ActionRow.Of([.. row])));
        return rows;
    }

    /// <summary>Of buttons elsewhere that open the panel.</summary>
    public static string IdToOpen(Subscription subscription) => Id(subscription, Permissions.None, Opening);

    /// <summary>Carries the channel, what the bot may do there as far as is known, and which rule or form it is.</summary>
    static string Id(Subscription subscription, Permissions allowed, string part) =>
        new CustomId(Name, long.Parse(subscription.Channel, CultureInfo.InvariantCulture), (long)allowed) { Words = part }.ToString();
}
