using System.Collections.Concurrent;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Posting;

/// <summary>
/// What channels are called, for logs and menus. They are known once Discord has told of them; until then, their ids stand in.
/// </summary>
sealed class ChannelNames
{
    readonly ConcurrentDictionary<string, string> names = new();

    /// <summary>Remembers the names of channels and threads as they are now.</summary>
    public void Note(params IEnumerable<Channel> channels)
    {
        foreach (var channel in channels)
        {
            if (channel.Name is { Length: > 0 } name)
                names[channel.Id.ToString()] = name;
        }
    }

    /// <param name="channel">Its id.</param>
    public bool Knows(string channel) => names.ContainsKey(channel);

    /// <summary>Where a delivery goes, such as <c>#news</c>.</summary>
    public string Of(Delivery delivery) => delivery.Destination is Destination.Member
        ? $"direct messages with {delivery.Channel}"
        : Of(delivery.Channel);

    /// <param name="channel">Its id.</param>
    public string Of(string channel) => Known(channel) ?? $"channel {channel}";

    /// <summary>Null until Discord has told of it.</summary>
    /// <param name="channel">Its id.</param>
    public string? Known(string channel) => names.TryGetValue(channel, out var name) ? $"#{name}" : null;
}
