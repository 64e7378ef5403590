using System.Text.Json.Nodes;
using Sandbox.Guilds;

namespace Sandbox.Api;

/// <summary>Threads with the bot's memberships in them, as all of Discord's lists have it.</summary>
static class ThreadLists
{
    public static JsonObject Of(IEnumerable<JsonObject> threads, World world)
    {
        var listed = threads.ToList();
        var joined = listed.Where(thread => world.Places.Of(thread)!.HasJoined(thread, Seed.ApplicationId));
        return new JsonObject
        {
            ["threads"] = new JsonArray([.. listed.Select(thread => (JsonNode)world.Channels.ForBot(thread))]),
            ["members"] = new JsonArray([.. joined.Select(thread => (JsonNode)Threads.Member(thread, Seed.ApplicationId))]),
            ["has_more"] = false,
        };
    }
}
