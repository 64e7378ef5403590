using System.Net.ServerSentEvents;
using System.Text.Json;
using LocalDiscord.Guilds;
using Shared;

namespace Benchmarks;

/// <summary>Sees what moderators see in the channels of a soak: every post that was made, and what it says now.</summary>
sealed class SoakWitness
{
    readonly Dictionary<string, string> forumOfThread = [];
    readonly Dictionary<string, (string Channel, string Title, string Text)> posts = [];
    readonly Lock gate = new();

    /// <summary>Watches until it is canceled.</summary>
    public async Task WatchAsync(HttpClient people, CancellationToken until)
    {
        try
        {
            await using var stream = await people.GetStreamAsync("sandbox/events?as=moderator", until);
            await foreach (var happened in SseParser.Create(stream).EnumerateAsync(until))
                See(happened.EventType, happened.Data);
        }
        catch (OperationCanceledException)
        {
            // Canceled: there is nothing more to watch.
        }
    }

    public int PostsIn(IReadOnlyList<string> channels)
    {
        lock (gate)
            return posts.Values.Count(post => channels.Contains(forumOfThread.GetValueOrDefault(post.Channel, post.Channel)));
    }

    /// <summary>What is wrong: articles that a channel doesn't have, has twice, or has as they were, and posts of nothing.</summary>
    public IReadOnlyList<string> Differences(IReadOnlyList<SoakArticle> articles, IReadOnlyList<string> channels)
    {
        lock (gate)
        {
            var there = posts.Values
                .ToLookup(post => (forumOfThread.GetValueOrDefault(post.Channel, post.Channel), post.Title), post => post.Text);
            var titles = articles.Select(article => article.Title).ToHashSet();
            return
            [
                .. there.Select(post => post.Key).Where(post => channels.Contains(post.Item1) && !titles.Contains(post.Title))
                    .Select(post => $"{post.Title} in {post.Item1}: nobody wrote it"),
                .. from channel in channels
                   from article in articles
                   let texts = there[(channel, article.Title)].ToList()
                   where texts.Count != 1 || !texts[0].Contains(article.Excerpt, StringComparison.Ordinal)
                   select $"{article.Title} in {channel}: {Words(texts, article)}",
            ];
        }
    }

    static string Words(List<string> texts, SoakArticle article) => texts switch
    {
        [] => "lost",
        [var old] => $"is not \"{article.Excerpt}\" but {old}",
        _ => $"{texts.Count} times",
    };

    void See(string happened, string data)
    {
        if (happened is not ("thread_create" or "message_create" or "message_update" or "message_delete"))
            return;
        using var json = JsonDocument.Parse(data);
        var id = json.RootElement.GetProperty("id").GetString()!;
        lock (gate)
        {
            if (happened == "message_delete")
                posts.Remove(id);
            else if (happened != "thread_create" && Posted.IsPost(json.RootElement))
                posts[id] = (json.RootElement.GetProperty("channel_id").GetString()!, Posted.Title(json.RootElement), data);
            else if (json.RootElement.TryGetProperty("parent_id", out var parent) && parent.GetString() == Seed.ForumChannelId)
                forumOfThread[id] = Seed.ForumChannelId;
        }
    }
}
