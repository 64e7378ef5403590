using System.Text.Json.Nodes;
using Sandbox.Commands;
using Sandbox.Guilds;
using Sandbox.Messages;
using Sandbox.Wire;

namespace Sandbox.Page;

/// <summary>What somebody chose from a select menu, checked as Discord's client checks it.</summary>
static class SelectedValues
{
    /// <exception cref="PersonsMistake">The menu does not offer that, or not so many.</exception>
    public static IReadOnlyList<string> Read(JsonObject menu, IReadOnlyList<string> chosen, Guild guild)
    {
        if (!Components.IsSelect(menu.Whole("type")))
            throw new PersonsMistake($"{menu.Text("custom_id")} is no select menu.");
        var (min, max) = (menu.Whole("min_values") ?? 1, menu.Whole("max_values") ?? 1);
        if (chosen.Count < min || chosen.Count > max)
            throw new PersonsMistake(min == max ? $"Choose {min}." : $"Choose {min} to {max}.");
        if (chosen.FirstOrDefault(value => !Offers(menu, value, guild)) is { } unknown)
            throw new PersonsMistake($"The menu does not offer \"{unknown}\".");
        return chosen;
    }

    static bool Offers(JsonObject menu, string value, Guild guild) => menu.Whole("type") switch
    {
        Components.StringSelect => menu.Objects("options").Any(option => option.Text("value") == value),
        Components.UserSelect => guild.Member(value) is not null,
        Components.RoleSelect => guild.Role(value) is not null,
        Components.MentionableSelect => guild.Member(value) is not null || guild.Role(value) is not null,
        _ => guild.Channel(value) is { } channel && OffersType(menu, channel),
    };

    static bool OffersType(JsonObject menu, JsonObject channel)
    {
        var types = menu.List("channel_types").Select(type => type.AsWhole()).ToList();
        return types.Count == 0 || types.Contains(channel.Whole("type"));
    }
}
