using System.Text;
using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Wire;

namespace LocalDiscord.Gateway;

/// <summary>
/// Answers op 8 with GUILD_MEMBERS_CHUNK. All members are listed only for sessions with the privileged intent; others get no answer.
/// https://discord.com/developers/docs/events/gateway-events#request-guild-members
/// </summary>
sealed class GuildMembersRequests(ChannelDirectory directory)
{
    const int PerChunk = 1000, MostFound = 100, LongestNonce = 32;

    public void Answer(GatewaySession session, JsonObject request)
    {
        if (Snowflakes.Text(request["guild_id"]) is not { } id || directory.Guild(id) is not { } guild || !session.Has(id))
            return;
        var (members, notFound) = Find(guild, request, session.Wants(Intents.GuildMembers));
        if (members is null)
            return;
        var withPresences = request.Flag("presences") && session.Wants(Intents.GuildPresences);
        foreach (var chunk in Chunks(guild.Id, members, withPresences))
        {
            if (notFound.Count > 0)
                chunk["not_found"] = Json.ArrayOf(notFound);
            // A nonce that is too long is ignored.
            if (request.Text("nonce") is { } nonce && Encoding.UTF8.GetByteCount(nonce) <= LongestNonce)
                chunk["nonce"] = nonce;
            session.Dispatch("GUILD_MEMBERS_CHUNK", chunk);
        }
    }

    /// <summary>The members that a request asks for; null if the session may not ask for them.</summary>
    static (IReadOnlyList<JsonObject>? Members, IReadOnlyList<string> NotFound) Find(Guild guild, JsonObject request, bool mayListAll)
    {
        if (request["user_ids"] is { } asked)
        {
            var ids = (asked as JsonArray ?? [asked.DeepClone()])
                .Select(Snowflakes.Text).OfType<string>().Distinct().Take(MostFound).ToList();
            return ([.. ids.Select(guild.Member).OfType<JsonObject>()], [.. ids.Where(id => guild.Member(id) is null)]);
        }

        var (query, limit) = (request.Text("query") ?? "", (int)Math.Clamp(request.Whole("limit") ?? 0, 0, MostFound));
        if (query.Length == 0 && limit == 0)
            return (mayListAll ? [.. guild.Members] : null, []);
        return ([.. guild.Members.Where(member => IsNamed(member, query)).Take(limit == 0 ? MostFound : limit)], []);
    }

    static bool IsNamed(JsonObject member, string prefix) =>
        new[] { member.Text("nick"), member.Object("user")!.Text("username") }
            .Any(name => name?.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>At least one, which may be empty. Everybody here is offline, so there are no presences.</summary>
    internal static IEnumerable<JsonObject> Chunks(string guildId, IReadOnlyList<JsonObject> members, bool withPresences)
    {
        var chunks = members.Chunk(PerChunk).DefaultIfEmpty([]).ToList();
        for (var i = 0; i < chunks.Count; i++)
        {
            var chunk = new JsonObject
            {
                ["guild_id"] = guildId,
                ["members"] = Json.ArrayOf(chunks[i]),
                ["chunk_index"] = i,
                ["chunk_count"] = chunks.Count,
            };
            if (withPresences)
                chunk["presences"] = new JsonArray();
            yield return chunk;
        }
    }
}
