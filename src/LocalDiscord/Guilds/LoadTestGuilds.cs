using System.Globalization;
using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Guilds;

/// <summary>
/// Additional guilds for load tests, named <c>Harbour 2</c> and so on. Their ids are the same in every run and spread evenly
/// over shards.
/// </summary>
static class LoadTestGuilds
{
    const ulong FirstSlot = 1_100_000_000_000_000_000UL >> 22;

    public static IEnumerable<Guild> Create(int count, int channels) =>
        Enumerable.Range(2, count).Select(number => Guild(number, channels));

    static Guild Guild(int number, int channels)
    {
        var id = (FirstSlot + (ulong)number) << 22;
        var guild = Id(id);
        var self = SeedGuild.Json(guild, $"Harbour {number}");
        return new Guild(self, Channels(id, channels), SeedMembers.Members(), SeedMembers.Roles(guild));
    }

    static IEnumerable<JsonObject> Channels(ulong guild, int count)
    {
        for (var i = 1; i <= count; i++)
        {
            yield return SeedChannels.Channel(
                Id(guild + (ulong)i), ChannelType.Text, $"news-{i}", position: i - 1, parent: null, topic: null, Id(guild));
        }
    }

    static string Id(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
