using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Page;

/// <summary>Checks what a user chose from a select menu, as Discord's client does.</summary>
static class SelectedValues
{
    /// <exception cref="UserErrorException">The menu doesn't offer a value, or doesn't take this many.</exception>
    public static IReadOnlyList<string> Check(JsonObject menu, IReadOnlyList<string> chosen, Guild guild)
    {
        if (!Components.IsSelect(menu.Whole("type")))
            throw new UserErrorException($"{menu.Text("custom_id")} isn't a select menu.");
        var (min, max) = (menu.Whole("min_values") ?? 1, menu.Whole("max_values") ?? 1);
        if (chosen.Count < min || chosen.Count > max)
            throw new UserErrorException(min == max ? $"Choose {min}." : $"Choose {min} to {max}.");
        if (chosen.FirstOrDefault(value => !Offers(menu, value, guild)) is { } unknown)
            throw new UserErrorException($"The menu doesn't offer \"{unknown}\".");
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
