using News;
using News.Reading;
using News.Rules;

namespace Bot.Commands;

/// <summary>What a file of channels would change.</summary>
/// <param name="Changes">Of channels whose rules differ, in the file's order.</param>
/// <param name="Problems">In the file's order. While there is any, nothing is to be changed.</param>
sealed record ChannelsPlan(IReadOnlyList<ChannelChange> Changes, IReadOnlyList<ContentProblem> Problems)
{
    /// <summary>The channels as they are to be. One that is added gets what comes from now on; its guild is noted when the bot next meets it.</summary>
    public IReadOnlyList<Subscription> Wanted =>
        [.. Changes.Select(change => (change.Before ?? new() { Channel = change.Channel, Latest = 0 }) with { Rules = change.After })];

    /// <param name="path">As problems are to call the file.</param>
    /// <param name="known">The channels that may be changed.</param>
    /// <param name="mayAdd">Whether the file may name others.</param>
    public static ChannelsPlan Of(string text, string path, IReadOnlyList<Subscription> known, bool mayAdd)
    {
        var reading = ChannelsFile.Read(text, path);
        var (changes, problems) = (new List<ChannelChange>(), new List<ContentProblem>(reading.Problems));
        foreach (var (entry, place) in reading.Entries.Zip(reading.Places))
        {
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

    static string? Mistake(ChannelEntry entry, Subscription? before, bool mayAdd) => before switch
    {
        { FromSettings: true } => $"The channel {entry.Channel} is declared in the bot's settings, under Channels. Change it there, or take it out here.",
        null when !mayAdd => $"The channel {entry.Channel} gets no news from this server's list. Add it with /channel add, then import again, or take it out here.",
        _ when entry.Rules.PingRole is { } role && !ulong.TryParse(role, out _) => $"The ping-role {role} of the channel {entry.Channel} is not an id. Write the digits that Discord copies as the role's ID.",
        null when !ulong.TryParse(entry.Channel, out _) => $"The channel {entry.Channel} is not an id. Write the digits that Discord copies as the channel's ID.",
        _ => null,
    };
}

/// <summary>A channel whose rules change.</summary>
/// <param name="Before">Null for one that is added.</param>
sealed record ChannelChange(string Channel, Subscription? Before, ChannelRules After)
{
    /// <summary>A line for each rule.</summary>
    public IReadOnlyList<string> Lines => (Before?.Rules ?? ChannelRules.Default).Changes(After);
}
