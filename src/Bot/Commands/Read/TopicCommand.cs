using Bot.Commands.Interactions;
using Discord.Models;

namespace Bot.Commands.Read;

/// <summary><c>/topic name [count] [private]</c></summary>
sealed class TopicCommand(NameOptions names, HeadlinePages pages) : ISlashCommand, ISuggest
{
    const string Topic = "name";

    public ApplicationCommand Spec { get; } = new()
    {
        Name = "topic",
        Description = "Show the latest stories on a topic",
        Options = [TopicOption.Named(Topic, "Which topic") with { Required = true }, CountOption.Spec, PrivateOption.Spec],
    };

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct)
    {
        var (topic, mistake) = await names.TopicAsync(call, Topic, ct);
        return mistake
            ?? PrivateOption.Apply(call, await pages.ShowAsync(new() { Topic = topic }, CountOption.Of(call), call.Language, ct));
    }

    public Task<IReadOnlyList<Choice>> SuggestAsync(SlashCall call, CancellationToken ct) => names.SuggestTopicsAsync(call.Typed, ct);
}
