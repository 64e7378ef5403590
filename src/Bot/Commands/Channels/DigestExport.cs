using System.Globalization;
using System.Text;
using Articles.Stories;
using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Newsletters;
using Desk.Archive;
using Desk.Channels;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Commands.Channels;

/// <summary>A channel's digest as files to send elsewhere: HTML for email, and Markdown.</summary>
sealed class DigestExport(GuildSubscriptions channels, DigestStore digests, StoryStore stories, TimeProvider clock)
{
    /// <param name="isNext">The digest that is due next, with what waits for it now, instead of the last one that was posted.</param>
    public async Task<Reply> ExportAsync(Snowflake? guild, Snowflake channel, bool isNext, CancellationToken ct)
    {
        var chosen = await channels.OfAsync(guild, channel, ct);
        if (chosen.Subscription is not { } subscription)
            return Reply.Note(chosen.Refusal);
        var edition = isNext ? await NextAsync(subscription, ct) : await digests.LastAsync(subscription.Channel, ct);
        if (edition is null)
        {
            return Reply.Note(isNext
                ? $"<#{channel}> gets each story by itself. Use `/channel edit` to choose a daily or weekly digest."
                : $"<#{channel}> got no digest yet. Choose `edition:next` to export what waits for the next one.");
        }

        var shown = DigestMessage.InOrder(await StoriesAsync(edition, ct));
        if (shown is [])
        {
            return Reply.Note(isNext
                ? $"No story waits for the next digest of <#{channel}>."
                : "The stories of that digest no longer exist.");
        }

        return Files(subscription, edition.At, shown);
    }

    Reply Files(Subscription subscription, DateTimeOffset at, IReadOnlyList<Story> shown)
    {
        var title = DigestMessage.TitleAt(at, subscription.Rules);
        var newsletter = Newsletter.Of(title, shown, subscription.Rules, clock.GetUtcNow());
        var name = $"digest-{PostingTimes.Local(subscription.Rules, at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        return new()
        {
            Content = $"{title} of <#{subscription.Channel}>, {(shown.Count == 1 ? "1 story" : $"{shown.Count} stories")}. "
                + "The HTML file can be sent as an email; the Markdown file fits most other places.",
            Files =
            [
                MessageAttachment.Upload($"{name}.html", Encoding.UTF8.GetBytes(NewsletterHtml.Of(newsletter))),
                MessageAttachment.Upload($"{name}.md", Encoding.UTF8.GetBytes(NewsletterMarkdown.Of(newsletter))),
            ],
            IsPrivate = true,
        };
    }

    /// <summary>Null for a channel without digests.</summary>
    async Task<DigestEdition?> NextAsync(Subscription subscription, CancellationToken ct) =>
        PostingTimes.NextDigest(subscription.Rules, clock.GetUtcNow()) is { } at
            ? new(at, await digests.WaitingAsync(subscription.Channel, ct))
            : null;

    /// <summary>Those that readers can still see. Two may have become one meanwhile.</summary>
    async Task<IReadOnlyList<Story>> StoriesAsync(DigestEdition edition, CancellationToken ct)
    {
        var found = new List<Story>();
        foreach (var id in edition.Stories)
        {
            if (await stories.OfArticleAsync(id, ct) is { } story && found.TrueForAll(other => other.Id != story.Id))
                found.Add(story);
        }

        return found;
    }
}
