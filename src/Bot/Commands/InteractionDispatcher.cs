using Bot.Commands.Interactions;
using Bot.Texts;
using Discord.Models;
using Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Commands;

/// <summary>
/// Has an interaction answered, and sends the answer: at once, or deferred if it takes long.
/// Whatever happens, the person gets an answer.
/// </summary>
/// <remarks>
/// Answers are worked out on the thread pool, so that neither a slow database nor heavy computing keeps the deferral waiting.
/// Suggestions and forms can't be deferred: their code only reads, and reading never waits for a writer.
/// </remarks>
sealed partial class InteractionDispatcher(
    InteractionRouter router,
    DiscordRest discord,
    PressCounter presses,
    TimeProvider clock,
    ILogger<InteractionDispatcher> log)
{
    /// <summary>
    /// Discord wants a first answer within 3 seconds of the interaction; one of them is left for the network.
    /// </summary>
    /// <remarks>
    /// It counts from the interaction's arrival here. Its snowflake says when Discord created it, but by Discord's clock:
    /// on a machine whose clock is 2 seconds ahead, every answer would be deferred, and no form could open.
    /// </remarks>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public Task DispatchAsync(Interaction interaction, CancellationToken ct) => DispatchAsync(interaction, deferred: () => { }, ct);

    /// <param name="deferred">Called when Discord has the deferral; not for an interaction that is answered at once.</param>
    public async Task DispatchAsync(Interaction interaction, Action deferred, CancellationToken ct)
    {
        var (name, began) = (router.KnownName(interaction), clock.GetTimestamp());
        using var span = InteractionTraces.Begin(interaction, name);
        var outcome = await OutcomeAsync(interaction, deferred, ct);
        InteractionMetrics.Note(interaction.Type, name, outcome, clock.GetElapsedTime(began));
        span?.Note(outcome);
    }

    async Task<InteractionOutcome> OutcomeAsync(Interaction interaction, Action deferred, CancellationToken ct)
    {
        try
        {
            switch (interaction.Type)
            {
                case InteractionType.ApplicationCommand:
                    var thinking = InteractionAnswers.Thinking(router.AnswersPrivately(interaction));
                    return await AnswerAsync(interaction, () => router.RunAsync(interaction, ct), thinking, deferred, ct);
                case InteractionType.MessageComponent:
                    // Before the answer: the program may end as soon as that is there.
                    if (router.Button(interaction) is { } pressed)
                        presses.Note(interaction, pressed.Access);
                    return await AnswerAsync(
                        interaction, () => router.PressAsync(interaction, ct), router.Deferral(interaction), deferred, ct);
                case InteractionType.ModalSubmit:
                    return await AnswerAsync(
                        interaction,
                        () => router.SubmitAsync(interaction, ct),
                        InteractionAnswers.Working(interaction.Message),
                        deferred,
                        ct);
                case InteractionType.ApplicationCommandAutocomplete:
                    return await SuggestAsync(interaction, ct);
                default:
                    LogUnknown(interaction.Id, interaction.Type);
                    return InteractionOutcome.Unanswered;
            }
        }
        catch (Exception failure) when (failure is DiscordApiException or HttpRequestException)
        {
            LogUnanswered(interaction.Id, NameOf(interaction), failure.Message);
        }
        catch (Exception failure) when (!IsStopping(failure, ct))
        {
            LogFailed(failure, interaction.Id, NameOf(interaction));
        }

        return InteractionOutcome.Unanswered;
    }

    static bool IsStopping(Exception failure, CancellationToken ct) => failure is OperationCanceledException && ct.IsCancellationRequested;

    /// <param name="deferral">What Discord gets if the answer takes long.</param>
    async Task<InteractionOutcome> AnswerAsync(
        Interaction interaction, Func<Task<Reply>> answer, InteractionResponse deferral, Action deferred, CancellationToken ct)
    {
        var work = Task.Run(() => GuardAsync(interaction, answer, ct), ct);
        if (await IsInTimeAsync(work, ct))
        {
            var inTime = await work;
            var response = InteractionAnswers.Of(inTime.Reply);
            await discord.CreateInteractionResponseAsync(interaction.Id, interaction.Token, response, ct);
            return inTime.IsFailure ? InteractionOutcome.Failed : InteractionOutcome.Answered;
        }

        await discord.CreateInteractionResponseAsync(interaction.Id, interaction.Token, deferral, ct);
        deferred();
        var late = await work;
        // A form can only be a first answer.
        var reply = late.Reply.Form is null ? late.Reply : Reply.Note(WordsFor(interaction).FormTooLate);
        if (deferral.Type is InteractionResponseType.DeferredUpdateMessage && !reply.Replaces)
            await discord.CreateFollowupMessageAsync(interaction.ApplicationId, interaction.Token, InteractionAnswers.Followup(reply), ct);
        else
            await discord.EditOriginalInteractionResponseAsync(
                interaction.ApplicationId, interaction.Token, InteractionAnswers.Edit(reply), ct);
        return late.IsFailure ? InteractionOutcome.Failed : InteractionOutcome.Late;
    }

    /// <summary>Suggests nothing rather than too late: the person is still typing, and asks again with the next letter.</summary>
    async Task<InteractionOutcome> SuggestAsync(Interaction interaction, CancellationToken ct)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var work = Task.Run(() => ChoicesAsync(interaction, late.Token), ct);
        var isInTime = await IsInTimeAsync(work, ct);
        if (!isInTime)
        {
            LogLateSuggestions(interaction.Id, NameOf(interaction));
            await late.CancelAsync();
        }

        var choices = isInTime ? await work : [];
        await discord.CreateInteractionResponseAsync(
            interaction.Id, interaction.Token, InteractionAnswers.Suggestions(choices ?? []), ct);
        return choices is null ? InteractionOutcome.Failed : isInTime ? InteractionOutcome.Answered : InteractionOutcome.Late;
    }

    /// <returns>Null after a failure, which is logged.</returns>
    async Task<IReadOnlyList<Choice>?> ChoicesAsync(Interaction interaction, CancellationToken ct)
    {
        using var span = InteractionTraces.Answer();
        try
        {
            return await router.SuggestAsync(interaction, ct);
        }
        catch (Exception failure) when (!IsStopping(failure, ct))
        {
            LogFailed(failure, interaction.Id, NameOf(interaction));
            return null;
        }
    }

    /// <summary>The last resort: any failure that a command did not expect is logged, and the person gets a reference to report.</summary>
    async Task<(Reply Reply, bool IsFailure)> GuardAsync(Interaction interaction, Func<Task<Reply>> answer, CancellationToken ct)
    {
        using var span = InteractionTraces.Answer();
        try
        {
            return (await answer(), IsFailure: false);
        }
        catch (Exception failure) when (!IsStopping(failure, ct))
        {
            LogFailed(failure, interaction.Id, NameOf(interaction));
            return (Reply.Note(WordsFor(interaction).WentWrong($"{interaction.Id}")), IsFailure: true);
        }
    }

    /// <summary>Unlike a delay beside the work, this leaves no timer behind when the work is done.</summary>
    async Task<bool> IsInTimeAsync(Task work, CancellationToken ct)
    {
        await work.WaitAsync(Patience, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return work.IsCompleted;
    }

    static string? NameOf(Interaction interaction) => interaction.Data?.Name ?? interaction.Data?.CustomId;

    static AnswerTexts WordsFor(Interaction interaction) => BotTexts.Of(interaction.Locale ?? "").Answers;

    [LoggerMessage(LogLevel.Error, "Interaction {Interaction} ({Name}) failed")]
    partial void LogFailed(Exception failure, Snowflake interaction, string? name);

    [LoggerMessage(LogLevel.Warning, "Could not answer interaction {Interaction} ({Name}): {Reason}")]
    partial void LogUnanswered(Snowflake interaction, string? name, string reason);

    [LoggerMessage(LogLevel.Warning, "Suggestions for interaction {Interaction} ({Name}) took too long")]
    partial void LogLateSuggestions(Snowflake interaction, string? name);

    [LoggerMessage(LogLevel.Debug, "Interaction {Interaction} has the unknown type {Type}")]
    partial void LogUnknown(Snowflake interaction, InteractionType type);
}
