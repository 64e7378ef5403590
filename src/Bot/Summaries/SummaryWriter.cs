using Desk.Archive.Summaries;
using Discord.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Bot.Summaries;

/// <summary>Has a language model summarize sources, within a time limit, and keeps only what the sources say.</summary>
/// <param name="within">How long the model has.</param>
sealed partial class SummaryWriter(IChatClient model, TimeSpan within, TimeProvider clock, ILogger<SummaryWriter> log)
{
    readonly SummaryTurns turns = new(clock);

    public async Task<Summary> WriteAsync(
        Snowflake member, string question, IReadOnlyList<SummarySource> sources, CancellationToken ct)
    {
        if (turns.Begin(member) is { } refused)
            return refused;
        try
        {
            return await WriteAsync(question, sources, ct);
        }
        finally
        {
            turns.End();
        }
    }

    async Task<Summary> WriteAsync(string question, IReadOnlyList<SummarySource> sources, CancellationToken ct)
    {
        var articles = string.Join(", ", sources.Select(source => source.Article.Id));
        using var late = new CancellationTokenSource(within, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        try
        {
            var response = await model.GetResponseAsync(SummaryPrompt.Of(question, sources), SummaryPrompt.Options, either.Token);
            return Checked(response, sources, articles);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            LogFailed(articles, $"the language model took longer than {within.TotalSeconds:0} seconds");
            return new(SummaryOutcome.Late);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            LogFailed(articles, failure.Message);
            return new(SummaryOutcome.Unavailable);
        }
    }

    Summary Checked(ChatResponse response, IReadOnlyList<SummarySource> sources, string articles)
    {
        // The half of a text may say the opposite of the whole.
        if (response.FinishReason is { } reason && reason != ChatFinishReason.Stop)
        {
            LogDiscarded(articles, "Unfinished");
            return new(SummaryOutcome.Unusable);
        }

        var text = response.Text.Trim();
        if (SummaryCheck.Fault(text, sources) is not { } fault)
            return new(SummaryOutcome.Written, text);
        LogDiscarded(articles, $"{fault}");
        return new(fault is SummaryFault.Empty or SummaryFault.TooLong or SummaryFault.NoSource
            ? SummaryOutcome.Unusable
            : SummaryOutcome.Unfounded);
    }

    [LoggerMessage(LogLevel.Warning, "No summary of the articles {Articles}: {Reason}")]
    partial void LogFailed(string articles, string reason);

    /// <summary>The text stays out of the log: a model may say anything.</summary>
    [LoggerMessage(LogLevel.Information, "Discarded a summary of the articles {Articles}: {Fault}")]
    partial void LogDiscarded(string articles, string fault);
}
