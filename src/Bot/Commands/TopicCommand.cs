using Bot.Languages;
using Discord;
using News.Storage;

namespace Bot.Commands;

/// <summary><c>/topic name [count]</c></summary>
sealed class TopicCommand(ArticleStore articles, HeadlinePages pages) : ISlashCommand, ISuggest
{
    public ApplicationCommand Spec { get; } = new()
    {
        Name = "topic",
        Description = "Articles on one topic, newest first",
        Options = [TopicOption.Named("name", "Which topic") with { Required = true }, CountOption.Spec],
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var name = call.Text("name") ?? "";
        return await articles.TopicAsync(name, ct) is { } topic
            ? await pages.ShowAsync(topic, CountOption.Of(call), call.Language, ct)
            : await TopicOption.UnknownAsync(articles, name, Words.Of(call.Language).Answers, ct);
    }

    public Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct) => TopicOption.SuggestAsync(articles, call, ct);
}
