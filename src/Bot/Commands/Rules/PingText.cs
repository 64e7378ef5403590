using System.Globalization;
using Bot.Cards;
using Desk.Channels;
using Discord.Models;

namespace Bot.Commands.Rules;

/// <summary>Pings for people.</summary>
static class PingText
{
    const int NameLength = 100;

    /// <summary>On one line: <c>@Weather · Storms, Floods · from 5 outlets or popularity 2000</c>.</summary>
    /// <param name="topics">The names of its topics.</param>
    public static string Of(PingRule ping, IReadOnlyList<string> topics)
    {
        var least = Least(ping);
        string?[] parts =
        [
            Role(ping),
            topics is [] ? null : RulesText.Topics(topics),
            least ?? (topics is [] ? "every story" : null),
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    public static string Role(PingRule ping) => Snowflake.TryParse(ping.Role, CultureInfo.InvariantCulture, out var role)
        ? $"<@&{role}>"
        : CardText.Markdown(ping.Role, NameLength);

    static string? Least(PingRule ping)
    {
        string?[] either =
        [
            ping.Outlets is { } outlets ? (outlets == 1 ? "1 outlet" : $"{outlets} outlets") : null,
            ping.Heat is { } heat ? $"popularity {heat}" : null,
        ];
        return either.OfType<string>().Any() ? $"from {string.Join(" or ", either.OfType<string>())}" : null;
    }
}
