using System.Globalization;
using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Commands.Rules;
using Bot.Posting;
using Desk.Channels;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>What the panel of <c>/channel setup</c> shows. Nothing of it is stored: each press reads it from the panel's message.</summary>
sealed record SetupDraft
{
    public const string Name = "setup";

    /// <summary>The menu of presets.</summary>
    public const string PresetPart = "preset";

    /// <summary>Null as long as none is chosen.</summary>
    public Channel? Channel { get; init; }

    /// <summary>The channel as it gets news already; null if it gets none.</summary>
    public Subscription? Known { get; init; }

    public ChannelRules Rules { get; init; } = ChannelRules.Default;

    /// <summary>Null if none is chosen.</summary>
    public Preset? Preset { get; init; }

    /// <summary>What to look at before anything is saved; null for nothing.</summary>
    public string? Notice { get; init; }

    /// <summary>Whether a new channel gets the newest story at once.</summary>
    public bool StartsWithNewest { get; init; } = true;

    /// <summary>What will be saved.</summary>
    public Subscription Subscription(Snowflake? guild) => (Known ?? new()
    {
        Channel = Channel!.Id.ToString(),
        Guild = guild?.ToString(),
        Destination = Destinations.Of(Channel),
        Latest = StartsWithNewest ? 1 : 0,
    }) with { Rules = Rules };

    /// <summary>Of a menu or button on the panel. It carries what no menu shows.</summary>
    /// <param name="part">The name of a rule, or what the button does.</param>
    public string IdOf(string part) => new CustomId(
        Name,
        [
            (long)(Channel?.Type ?? default), (long)(Channel?.AppPermissions ?? default), StartsWithNewest ? 1 : 0,
            .. Preset is null ? (long[])[] : [Preset.VersionOf(Preset)],
        ])
    {
        Words = part,
    }.ToString();

    /// <summary>
    /// As the panel shows it, with what was just chosen from one of its menus, but without rules and preset. The channel comes from the
    /// menu alone, since Discord offers only the server's own there, while a custom_id may be made up.
    /// </summary>
    /// <returns>Null if it isn't a panel as this version draws it.</returns>
    public static SetupDraft? Read(CustomIdInteraction pressed)
    {
        if (pressed is not { CustomId.Numbers: [var type, var allowed, var newest, ..], Message: { } message })
            return null;
        var chosen = RuleAnswers.First(On(message, pressed, ChannelOption.Name));
        return new()
        {
            StartsWithNewest = newest == 1,
            Channel = Snowflake.TryParse(chosen, CultureInfo.InvariantCulture, out var id)
                ? pressed.Channels.GetValueOrDefault(id) ?? new()
                {
                    Id = id,
                    Type = (ChannelType)type,
                    // Zero stands for what Discord didn't say.
                    AppPermissions = allowed == 0 ? null : (Permissions)allowed,
                }
                : null,
        };
    }

    /// <summary>The name of the preset that is chosen; empty for none.</summary>
    public static string PresetOn(CustomIdInteraction pressed) => RuleAnswers.First(On(pressed.Message!, pressed, PresetPart));

    /// <summary>Whether a preset is still as it was when the panel was drawn, or has just been chosen.</summary>
    public static bool IsAsShown(CustomIdInteraction pressed, Preset? preset) => pressed.CustomId switch
    {
        { Words: PresetPart } => true,
        { Numbers: [_, _, _, var version] } => preset is not null && Preset.VersionOf(preset) == version,
        _ => preset is null,
    };

    /// <summary>The rules with what the panel's menus show instead.</summary>
    public static ChannelRules RulesOn(CustomIdInteraction pressed, ChannelRules rules, IEnumerable<RuleField> fields) => fields
        .Where(field => MenuOn(pressed.Message!, field.Name) is not null)
        .Aggregate(rules, (rules, field) =>
            field.Read(rules, RuleMenus.Chosen(field, On(pressed.Message!, pressed, field.Name), rules), out _) ?? rules);

    /// <summary>What a menu shows, or what was just chosen from it.</summary>
    static IReadOnlyList<string> On(Message message, CustomIdInteraction pressed, string part) =>
        pressed.CustomId.Words == part ? pressed.Values : MenuOn(message, part) switch
        {
            StringSelect menu => [.. menu.Options.Where(option => option.Default).Select(option => option.Value)],
            AutoPopulatedSelect menu => [.. (menu.DefaultValues ?? []).Select(value => value.Id.ToString())],
            _ => [],
        };

    static Select? MenuOn(Message message, string part) => Component.All(message.Components)
        .OfType<Select>()
        .FirstOrDefault(menu => CustomId.Parse(menu.CustomId) is { Name: Name, Words: { } words } && words == part);
}
