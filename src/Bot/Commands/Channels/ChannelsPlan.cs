using Articles.Files;
using Desk.Channels;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>What importing a file of channels would change.</summary>
/// <param name="Changes">The channels whose rules differ, in the file's order.</param>
/// <param name="Problems">In the file's order. If there are any, nothing may be changed.</param>
sealed record ChannelsPlan(IReadOnlyList<ChannelChange> Changes, IReadOnlyList<ContentProblem> Problems)
{
    /// <summary>The channels to save. A new one gets no earlier stories, and its guild when the bot next connects to it.</summary>
    public IReadOnlyList<Subscription> Wanted =>
        [.. Changes.Select(change => (change.Before ?? new() { Channel = change.Channel, Latest = 0 }) with
        {
            Rules = change.After,
            FromSettings = false,
        })];

    /// <param name="path">The file's name in problems.</param>
    /// <param name="known">The channels that may be changed.</param>
    /// <param name="mayAdd">Whether the file may name others.</param>
    /// <param name="roles">The server's roles, which the file may name; null if they are not known.</param>
    public static ChannelsPlan Of(
        string text,
        string path,
        IReadOnlyList<Subscription> known,
        bool mayAdd,
        RuleFields? fields = null,
        IReadOnlyList<Role>? roles = null)
    {
        var reading = ChannelsFile.Read(text, path, fields);
        var (changes, problems) = (new List<ChannelChange>(), new List<ContentProblem>(reading.Problems));
        foreach (var (read, place) in reading.Entries.Zip(reading.Places))
        {
            var entry = read with { Rules = WithIds(read.Rules, roles ?? []) };
            var before = known.FirstOrDefault(one => one.Channel == entry.Channel);
            if (before?.Rules == entry.Rules)
                continue;
            if (Mistake(entry, before, mayAdd) is { } mistake)
                problems.Add(new(path, place.Line, place.Column, mistake));
            else
                changes.Add(new(entry.Channel, before, entry.Rules));
        }

        return new(changes, [.. problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)]);
    }

    /// <summary>The rules with the ids of roles that are named, where only one role has the name.</summary>
    static ChannelRules WithIds(ChannelRules rules, IReadOnlyList<Role> roles) =>
        rules with { Pings = [.. rules.Pings.Select(ping => ping with { Role = RoleNames.IdOf(ping.Role, roles) ?? ping.Role })] };

    static string? Mistake(ChannelEntry entry, Subscription? before, bool mayAdd) => before switch
    {
        null when !mayAdd =>
            $"The channel {entry.Channel} gets no news on this server. Use /channel add, then import again, or remove it here.",
        _ when entry.Rules.Pings.FirstOrDefault(ping => !ulong.TryParse(ping.Role, out _)) is { } ping =>
            $"The role {ping.Role} of the channel {entry.Channel} is not one role of this server. Use Copy Role ID in Discord, and write "
            + "those digits.",
        null when !ulong.TryParse(entry.Channel, out _) =>
            $"The channel {entry.Channel} is not an id. Use Copy Channel ID in Discord, and write those digits.",
        _ => null,
    };
}

/// <summary>A channel whose rules change.</summary>
/// <param name="Before">Null for a new channel.</param>
sealed record ChannelChange(string Channel, Subscription? Before, ChannelRules After)
{
    /// <summary>One line per rule.</summary>
    public IReadOnlyList<string> Lines => (Before?.Rules ?? ChannelRules.Default).Changes(After);
}
