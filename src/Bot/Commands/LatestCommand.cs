using Bot.Languages;
using Discord;
using News.Storage;

namespace Bot.Commands;

/// <summary><c>/latest [topic] [count]</c></summary>
sealed class LatestCommand(ArticleStore articles, HeadlinePages pages) : ISlashCommand, ISuggest
{
    public ApplicationCommand Spec { get; } = new()
    {
        Name = "latest",
        Description = "The newest articles",
        Options = [TopicOption.Named("topic", "Only this topic"), CountOption.Spec],
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        if (call.Text("topic") is not { } name)
            return await pages.ShowAsync(topic: null, CountOption.Of(call), call.Language, ct);
        return await articles.TopicAsync(name, ct) is { } topic
            ? await pages.ShowAsync(topic, CountOption.Of(call), call.Language, ct)
            : await TopicOption.UnknownAsync(articles, name, Words.Of(call.Language).Answers, ct);
    }

    public Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct) => TopicOption.SuggestAsync(articles, call, ct);
}
