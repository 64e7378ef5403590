namespace Desk.Channels;

/// <summary>A part of the panel on which rules are changed. A rule names its section, and appears there.</summary>
/// <param name="Name">In custom ids; it never changes.</param>
/// <param name="Title">On the button that opens the section's form, and above its rules.</param>
public sealed record RuleSection(string Name, string Title)
{
    /// <summary>Rules that are important enough for a menu on the panel itself. Discord has room for three.</summary>
    public static RuleSection Menus { get; } = new("", "");

    public static RuleSection Words { get; } = new("words", "Words and outlets");

    public static RuleSection Numbers { get; } = new("numbers", "Numbers");

    public static RuleSection Limits { get; } = new("limits", "Limits");

    public static RuleSection Times { get; } = new("times", "Times");

    public static RuleSection Look { get; } = new("look", "Look");

    public static RuleSection Pings { get; } = new("ping", "Pings");

    public static RuleSection More { get; } = new("more", "More settings");

    /// <summary>From top to bottom.</summary>
    public static IReadOnlyList<RuleSection> All { get; } = [Menus, Words, Numbers, Limits, Times, Look, Pings, More];
}
