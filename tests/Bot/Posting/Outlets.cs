using Bot.Pictures;
using Bot.Posting;
using Desk.Channels;
using Desk.Outbox;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Posting;

/// <summary>What outlets write, and what the desk makes of it.</summary>
static class Outlets
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A desk that has seen its folder, and a channel that gets what comes from now on; none where that is null.</summary>
    public static async Task<DeskOnLocalDiscord> OpenAsync(FakeTimeProvider clock, Subscription? subscription,
        HttpMessageHandler? network = null, PublicConnector? pictures = null)
    {
        var desk = await DeskOnLocalDiscord.OpenAsync(clock, network: network, pictures: pictures);
        desk.Tell("old", "Old news");
        await desk.ImportAsync();
        if (subscription is not null)
            await desk.Get<ChannelAdministration>().SaveAsync(subscription with { Latest = 0 }, by: subscription.ChosenBy, Ct);
        clock.Advance(TimeSpan.FromMinutes(1));
        return desk;
    }

    /// <summary>An article of an outlet, which lists those of others as related.</summary>
    public static void Tell(this DeskOnLocalDiscord desk, string outlet, string title, string? lists = null, string? alsoLists = null,
        string fields = "")
    {
        var related = string.Concat(((string?[])[lists, alsoLists]).OfType<string>().Select(other =>
            $"\n  - title: \"As {other} has it\"\n    webUrl: https://{other}.example/story"));
        var published = fields.Contains("publishedDateTime", StringComparison.Ordinal) ? "" : "\npublishedDateTime: 2036-11-24T08:00Z";
        File.WriteAllText(
            Path.Combine(desk.ContentFolder, $"{outlet}.md"),
            $"---\ntitle: \"{title}\"{published}\nwebUrl: https://{outlet}.example/story\nprovider: "
                + $"{{name: {outlet}, domain: {outlet}.example}}\n{fields}{(related.Length > 0 ? $"\nrelated:{related}" : "")}\n---\n");
    }

    /// <summary>A topic's or a provider's own file.</summary>
    public static void Define(this DeskOnLocalDiscord desk, string path, string text)
    {
        var file = Path.Combine(desk.ContentFolder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>Looks at the folder, and sends until nothing is due now.</summary>
    public static async Task BringAsync(this DeskOnLocalDiscord desk)
    {
        await desk.ImportAsync();
        await desk.SettleAsync();
    }

    /// <summary>Sends until nothing is due now.</summary>
    public static async Task SettleAsync(this DeskOnLocalDiscord desk)
    {
        while (await desk.Get<DeliveryStore>().ChannelsDueAsync(Ct) is [_, ..] due)
        {
            foreach (var channel in due)
                await desk.Get<MessageSender>().SendDueAsync(channel, Ct);
        }
    }

    /// <summary>Sends or edits what was claimed, and dies before that is recorded.</summary>
    public static async Task SendUnrecordedAsync(this DeskOnLocalDiscord desk, Delivery delivery)
    {
        var draft = await desk.Get<IEnumerable<IDeliveryHandler>>().Single(drafts => drafts.Kind == delivery.Kind).DraftAsync(delivery, Ct);
        var messenger = desk.Get<ChannelMessenger>();
        if (delivery.Posted is { } posted)
            await messenger.EditAsync(delivery, posted, Assert.IsType<Draft.Edit>(draft), Ct);
        else
            await messenger.PostAsync(delivery, Assert.IsType<Draft.Post>(draft), Ct);
        await desk.Get<DeliveryStore>().ReclaimAsync(Ct);
    }
}
