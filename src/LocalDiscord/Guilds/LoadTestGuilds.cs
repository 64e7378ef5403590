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

    public static IEnumerable<Guild> Create(int count, LoadTestChannels channels) =>
        Enumerable.Range(2, count).Select(number => Guild(number, channels));

    static Guild Guild(int number, LoadTestChannels counts)
    {
        var id = (FirstSlot + (ulong)number) << 22;
        var guild = Id(id);
        var self = SeedGuild.Json(guild, $"Harbour {number}");
        var names = Names("news", counts.Text, ChannelType.Text)
            .Concat(Names("forum", counts.Forum, ChannelType.Forum))
            .Concat(Names("announcements", counts.Announcement, ChannelType.Announcement));
        var channels = names.Select((channel, index) => Channel(id, index, channel.Name, channel.Type));
        return new Guild(self, channels, SeedMembers.Members(), SeedMembers.Roles(guild));
    }

    static IEnumerable<(string Name, int Type)> Names(string name, int count, int type) =>
        Enumerable.Range(1, count).Select(number => ($"{name}-{number}", type));

    static JsonObject Channel(ulong guild, int index, string name, int type)
    {
        var id = Id(guild + (ulong)index + 1);
        return type == ChannelType.Forum
            ? SeedChannels.Forum(id, name, index, parent: null, topic: null, Id(guild))
            : SeedChannels.Channel(id, type, name, index, parent: null, topic: null, Id(guild));
    }

    static string Id(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}

/// <summary>How many channels of each kind a guild for load tests has.</summary>
sealed record LoadTestChannels(int Text, int Forum, int Announcement);
