using CsCheck;
using Discord.Models;
using Discord.Rest;

namespace Discord.Tests.Rest;

/// <summary>Holds for any traffic: the client never exceeds the limits, and uses what they allow.</summary>
public sealed class RateLimiterPropertyTests
{
    static readonly Func<ulong, Route>[] Routes =
    [
        channel => Route.Post($"/channels/{new Snowflake(channel)}/messages"),
        channel => Route.Patch($"/channels/{new Snowflake(channel)}/messages/{new Snowflake(9)}"),
        channel => Route.Delete($"/channels/{new Snowflake(channel)}/messages/{new Snowflake(9)}"),
        channel => Route.Post($"/interactions/{new Snowflake(channel)}/{new InteractionToken("t")}/callback"),
    ];

    static readonly int[] Shared = [0, 1, 1, 2];

    static readonly Gen<SimulatedDiscord.Limit> Limit =
        Gen.Select(Gen.Int[1, 10], Gen.Double[0.5, 10], (requests, seconds) => new SimulatedDiscord.Limit(requests, seconds));

    static readonly Gen<(SimulatedDiscord Discord, Random Random, int Channels, int Requests)> Traffic = Gen.Select(
        Gen.Int, Gen.Double[0.001, 2], Limit.Array[4], Gen.Int[1, 3000], Gen.Int[100, 2000],
        (seed, slowest, limits, channels, requests) =>
            (new SimulatedDiscord(seed, slowest, limits), new Random(seed), channels, requests));

    [Fact]
    public void No_request_exceeds_the_limits() =>
        Traffic.Sample(traffic => AssertWithinLimits(traffic, [0, 1, 2, 3], from: 0), iter: 30);

    // The client knows that two routes share a bucket after each had a response.
    [Fact]
    public void No_request_exceeds_a_limit_that_routes_share() => Traffic.Sample(
        traffic =>
        {
            for (var route = 0; route < Routes.Length; route++)
                traffic.Discord.Send(0, Shared[route], Routes[route](ulong.MaxValue - (ulong)route));
            AssertWithinLimits(traffic, Shared, from: 10);
        },
        iter: 30);

    [Fact]
    public void Buckets_are_used_to_99_percent_below_the_global_limit() =>
        Gen.Select(Gen.Int, Gen.Int[1, 20], Gen.Double[1, 10]).Sample(
            (seed, perWindow, window) =>
            {
                const double duration = 300;
                var channels = (int)Math.Clamp(25 * window / perWindow, 1, 8);
                var allowed = perWindow * Math.Floor(duration / window);
                var discord = new SimulatedDiscord(seed, slowest: 0.004 * window, new SimulatedDiscord.Limit(perWindow, window));
                for (var request = 0; request < allowed * 1.1; request++)
                    for (var channel = 1; channel <= channels; channel++)
                        discord.Send(0, 0, Routes[0]((ulong)channel));

                discord.Run(duration);

                Assert.Empty(discord.Violations);
                Assert.All(discord.Completed.Values, sent => Assert.InRange(sent, (allowed - perWindow) * 0.99, allowed + perWindow));
            },
            iter: 10);

    [Fact]
    public void Global_limit_is_used_to_99_percent_and_shared_fairly_by_thousands_of_channels()
    {
        const int seconds = 300;
        const int channels = 3000;
        var discord = new SimulatedDiscord(seed: 7, slowest: 0.004, new SimulatedDiscord.Limit(5, 5));
        for (var channel = 1; channel <= channels; channel++)
            for (var request = 0; request < (channel == 1 ? 1000 : 6); request++)
                discord.Send(0, 0, Routes[0]((ulong)channel));

        discord.Run(seconds);

        Assert.Empty(discord.Violations);
        Assert.InRange(discord.Completed.Values.Sum(), 50 * seconds * 0.99, 50 * seconds);
        Assert.InRange(discord.Completed.Values.Max() - discord.Completed.Values.Min(), 0, 2);
        Assert.Equal(channels, discord.Completed.Count);
    }

    static void AssertWithinLimits(
        (SimulatedDiscord Discord, Random Random, int Channels, int Requests) traffic, int[] buckets, double from)
    {
        var (discord, random, channels, requests) = traffic;
        for (var request = 0; request < requests; request++)
        {
            var route = random.Next(Routes.Length);
            discord.Send(from + random.NextDouble() * 20, buckets[route], Routes[route]((ulong)random.Next(channels) + 1));
        }

        discord.Run();

        Assert.Empty(discord.Violations);
        Assert.Equal(0, discord.Waiting);
        Assert.InRange(discord.Completed.Values.Sum(), requests, requests + Routes.Length);
    }
}
