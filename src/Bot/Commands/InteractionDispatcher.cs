using System.Text.Json;
using Bot.Languages;
using Discord;
using Microsoft.Extensions.Logging;
namespace Bot.Commands;

/// <summary>
/// Finds who answers an interaction, and sends the answer: at once, or deferred when it takes long.
/// Whatever happens, the person who asked gets an answer.
/// </summary>
sealed partial class InteractionDispatcher(CommandCatalog catalog, DiscordRest discord, TimeProvider clock, ILogger<InteractionDispatcher> log)
{
    /// <summary>Discord waits 3 seconds for the first answer; the rest is for the way there.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task DispatchAsync(Interaction interaction, CancellationToken ct)
    {
        try
        {
            switch (interaction.Type)
            {
                case InteractionType.ApplicationCommand:
                    var command = catalog.Command(interaction.Data?.Name);
                    await AnswerAsync(interaction, RunAsync(command, interaction, ct), InteractionAnswers.Thinking(isPrivate: command is null or { IsPrivate: true }), ct);
                    break;
                case InteractionType.MessageComponent:
                    await AnswerAsync(interaction, PressAsync(interaction, ct), InteractionAnswers.Working(interaction.Message), ct);
                    break;
                case InteractionType.ModalSubmit:
                    await AnswerAsync(interaction, SubmitAsync(interaction, ct), InteractionAnswers.Working(interaction.Message), ct);
                    break;
                case InteractionType.ApplicationCommandAutocomplete:
                    await SuggestAsync(interaction, ct);
                    break;
                default:
                    LogUnknown(interaction.Id, interaction.Type);
                    break;
            }
        }
        catch (Exception failure) when (failure is DiscordApiException or HttpRequestException or JsonException)
        {
            LogUnanswered(interaction.Id, interaction.Data?.Name ?? interaction.Data?.CustomId, failure.Message);
        }
    }

    async Task<Reply> RunAsync(ISlashCommand? command, Interaction interaction, CancellationToken ct) => command is null
        ? Reply.Note(WordsFor(interaction).CommandGone)
        : await GuardAsync(interaction, () => command.RunAsync(SlashCall.From(interaction), ct));

    async Task<Reply> PressAsync(Interaction interaction, CancellationToken ct) =>
        Press.From(interaction) is { } press && catalog.Button(press.Id.Name) is { } button
            ? await GuardAsync(interaction, () => button.PressAsync(press, ct))
            : Reply.Note(WordsFor(interaction).OldButton);

    async Task<Reply> SubmitAsync(Interaction interaction, CancellationToken ct) =>
        Press.From(interaction) is { } press && catalog.Form(press.Id.Name) is { } form
            ? await GuardAsync(interaction, () => form.SubmitAsync(press, ct))
            : Reply.Note(WordsFor(interaction).OldForm);

    async Task SuggestAsync(Interaction interaction, CancellationToken ct)
    {
        var choices = catalog.Command(interaction.Data?.Name) is ISuggest suggesting
            ? await suggesting.SuggestAsync(SlashCall.From(interaction), ct)
            : [];
        await discord.CreateInteractionResponseAsync(interaction.Id, interaction.Token, InteractionAnswers.Suggestions(choices), ct);
    }

    /// <param name="deferral">What Discord is told when the answer takes long.</param>
    async Task AnswerAsync(Interaction interaction, Task<Reply> work, InteractionResponse deferral, CancellationToken ct)
    {
        await Task.WhenAny(work, Task.Delay(Patience, clock, ct));
        if (work.IsCompleted)
        {
            await discord.CreateInteractionResponseAsync(interaction.Id, interaction.Token, InteractionAnswers.Of(await work), ct);
            return;
        }

        await discord.CreateInteractionResponseAsync(interaction.Id, interaction.Token, deferral, ct);
        var reply = await work;
        if (deferral.Type is InteractionResponseType.DeferredUpdateMessage && !reply.Replaces)
            await discord.CreateFollowupMessageAsync(interaction.ApplicationId, interaction.Token, InteractionAnswers.Followup(reply), ct);
        else
            await discord.EditOriginalInteractionResponseAsync(interaction.ApplicationId, interaction.Token, InteractionAnswers.Edit(reply), ct);
    }

    /// <summary>The last line before a person who waits: what no command foresaw is logged, and told with a number to find it by.</summary>
    async Task<Reply> GuardAsync(Interaction interaction, Func<Task<Reply>> answer)
    {
        try
        {
            return await answer();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure, interaction.Id, interaction.Data?.Name ?? interaction.Data?.CustomId);
            return Reply.Note(WordsFor(interaction).WentWrong($"{interaction.Id}"));
        }
    }

    static AnswerWords WordsFor(Interaction interaction) => Words.Of(interaction.Locale ?? "").Answers;

    [LoggerMessage(LogLevel.Error, "Interaction {Interaction} ({Name}) failed")]
    partial void LogFailed(Exception failure, Snowflake interaction, string? name);

    [LoggerMessage(LogLevel.Warning, "Interaction {Interaction} ({Name}) could not be answered: {Reason}")]
    partial void LogUnanswered(Snowflake interaction, string? name, string reason);

    [LoggerMessage(LogLevel.Debug, "Interaction {Interaction} is of the type {Type}, which nothing here answers")]
    partial void LogUnknown(Snowflake interaction, InteractionType type);
}
