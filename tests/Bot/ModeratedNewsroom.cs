using Desk.Channels;
using Desk.Outbox;

namespace Bot.Tests;

/// <summary>Steps of tests about channels, without Discord.</summary>
static class ModeratedNewsroom
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="rules">Each as <c>least-outlets:3</c>.</param>
    public static async Task RuleAsync(this Newsroom newsroom, string channel, params IReadOnlyList<string> rules)
    {
        if (rules is [])
            return;
        var read = RuleFields.All.Read(
            rules.Select(rule => KeyValuePair.Create(rule.Split(':', 2)[0], rule.Split(':', 2)[1])),
            out var errors);
        Assert.Empty(errors);
        await newsroom.Get<ChannelAdministration>().ChangeAsync(channel, read, by: null, Ct);
    }

    /// <summary>Adds an article.</summary>
    public static async Task GetsAsync(this Newsroom newsroom, string path, string title)
    {
        newsroom.Write(path, $"""
            title: "{title}"
            publishedDateTime: 2026-11-24T11:00:00Z
            webUrl: https://gazette.example/{path}
            provider: {"{"}name: Harbour Gazette, domain: gazette.example{"}"}
            """);
        await newsroom.ImportAsync();
    }

    /// <summary>Records the next due delivery of a channel as sent, with this message id.</summary>
    public static async Task PostedAsync(this Newsroom newsroom, string channel, string message)
    {
        var deliveries = newsroom.Get<DeliveryStore>();
        var delivery = await deliveries.ClaimAsync(channel, Ct);
        Assert.NotNull(delivery);
        await deliveries.SentAsync(delivery, new PostedMessage(message, Place: null, ContentHash: null, newsroom.Clock.GetUtcNow()), Ct);
    }
}
