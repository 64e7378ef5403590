using News;
using News.Rules;
using News.Storage;

namespace Bot.Tests;

/// <summary>What happens to a channel in tests, without Discord.</summary>
static class ModeratedNewsroom
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="rules">Each as <c>least-outlets:3</c>.</param>
    public static async Task RuleAsync(this Newsroom newsroom, string channel, params IReadOnlyList<string> rules)
    {
        if (rules is [])
            return;
        var read = RuleFields.Read(rules.Select(rule => KeyValuePair.Create(rule.Split(':', 2)[0], rule.Split(':', 2)[1])), out var errors);
        Assert.Empty(errors);
        await newsroom.Get<SubscriptionStore>().ChangeAsync(channel, read, by: null, Ct);
    }

    /// <summary>An article appears.</summary>
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

    /// <summary>What is due next for a channel is in it now, as the message of that id.</summary>
    public static async Task PostedAsync(this Newsroom newsroom, string channel, string message)
    {
        var deliveries = newsroom.Get<DeliveryStore>();
        var delivery = await deliveries.ClaimAsync(channel, Ct);
        Assert.NotNull(delivery);
        await deliveries.SentAsync(delivery, new PostedMessage(message, Place: null, Said: null, newsroom.Clock.GetUtcNow()), Ct);
    }
}
