using Bot.Commands.Interactions;
using Discord.Models;

namespace Bot.Commands.Read;

/// <summary><c>Find coverage</c> in a message's menu: the coverage of the story that the message is about.</summary>
sealed class FindCoverageCommand(MessageStories stories, CoveragePages pages) : IMessageCommand
{
    public ApplicationCommand Spec { get; } = new() { Type = ApplicationCommandType.Message, Name = "Find coverage" };

    /// <summary>What is chosen from a menu goes the way of <see cref="RelatedCommand"/>.</summary>
    public Task<Reply> RunAsync(MessageCall call, CancellationToken ct) => stories.AnswerAsync(
        call,
        RelatedCommand.Handler,
        story => Task.FromResult(pages.Show(story, call.Language)),
        ct);
}
