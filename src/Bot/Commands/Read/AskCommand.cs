using Bot.Commands.Interactions;
using Discord.Models;

namespace Bot.Commands.Read;

/// <summary><c>/ask question</c></summary>
sealed class AskCommand(AskPages pages) : ISlashCommand
{
    const string Question = "question";

    public ApplicationCommand Spec { get; } = new()
    {
        Name = "ask",
        Description = "Ask about the news; the answer is quoted from the articles",
        Options =
        [
            new()
            {
                Type = OptionType.String,
                Name = Question,
                Description = "In your own words, for example: what happened with the ferries last week?",
                Required = true,
                MaxLength = SearchPages.LongestWords,
            },
        ],
    };

    public bool IsPrivate => true;

    public Task<Reply> RunAsync(SlashCall call, CancellationToken ct) => pages.AnswerAsync(call, Question, ct);
}
