using System.Net;
using Discord.Models;
using Discord.Rest;

namespace Discord.Tests.Rest;

/// <summary>Requests of several buckets, and a response with rate limit headers.</summary>
static class RateLimitSamples
{
    public static Route Messages(ulong channel) => Route.Post($"/channels/{new Snowflake(channel)}/messages");

    public static Route Deletion(ulong channel) => Route.Delete($"/channels/{new Snowflake(channel)}/messages/{new Snowflake(9)}");

    public static Route Callback(ulong id) => Route.Post($"/interactions/{new Snowflake(id)}/{new InteractionToken("t")}/callback");

    public static RateLimitHeaders Response(int remaining, double resetAfter = 5) => new()
    {
        Status = HttpStatusCode.OK,
        Bucket = "abcd1234",
        Limit = 5,
        Remaining = remaining,
        ResetAfter = TimeSpan.FromSeconds(resetAfter),
    };
}
