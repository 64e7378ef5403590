using System.Globalization;
using System.Text.Json.Nodes;

namespace Sandbox.Guilds;

/// <summary>
/// More guilds than anybody reads, for load tests. Their ids are the same in every run, and spread evenly over
/// shards: <c>Harbour 2</c> is the first.
/// </summary>
static class SeedForLoad
{
    const ulong FirstSlot = 1_100_000_000_000_000_000UL >> 22;

    public static Guild Guild(int number, int channels)
    {
        var id = (FirstSlot + (ulong)number) << 22;
        var guild = Id(id);
        return new Guild(SeedGuild.Json(guild, $"Harbour {number}"), Channels(id, channels), SeedPeople.Members(), SeedPeople.Roles(guild));
    }

    static IEnumerable<JsonObject> Channels(ulong guild, int count)
    {
        for (var i = 1; i <= count; i++)
            yield return SeedChannels.Channel(Id(guild + (ulong)i), ChannelType.Text, $"news-{i}", position: i - 1, parent: null, topic: null, Id(guild));
    }

    static string Id(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
