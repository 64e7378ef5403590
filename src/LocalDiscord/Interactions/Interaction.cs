using System.Diagnostics;
using System.Text.Json.Nodes;

namespace LocalDiscord.Interactions;

/// <summary>Something a user did that the bot must answer, and how far the answer has come.</summary>
sealed class Interaction
{
    public required string Id { get; init; }

    public required string Token { get; init; }

    public required int Type { get; init; }

    public required string UserId { get; init; }

    public required string ChannelId { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Includes the group and subcommand.</summary>
    public string? CommandName { get; init; }

    /// <summary>Whether the command was chosen from the menu of a message or user, whose id is <see cref="TargetId"/>.</summary>
    public bool IsFromMenu { get; set; }

    public string? TargetId { get; set; }

    /// <summary>The message whose component was used.</summary>
    public string? SourceMessageId { get; init; }

    /// <summary>The interaction that the bot answered with the modal that is now submitted.</summary>
    public Interaction? Opener { get; init; }

    /// <summary>The callback's type once the bot has answered.</summary>
    public int? Answered { get; private set; }

    /// <summary>The modal that the bot answered with, if it did.</summary>
    public JsonObject? Modal { get; private set; }

    /// <summary>When the callback came, as a timestamp of <see cref="Stopwatch"/>.</summary>
    public long AnsweredAt { get; private set; }

    /// <summary>The message that <c>@original</c> refers to: the bot's answer, or the message it updates.</summary>
    public string? OriginalId { get; set; }

    /// <summary>Every message that can be edited with the interaction's token.</summary>
    public HashSet<string> MessageIds { get; } = [];

    /// <summary>Completes with the bot's callback, or fails with the reason why there will be none.</summary>
    public TaskCompletionSource<JsonObject> Callback { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the id of the first message that has content after a deferred callback.</summary>
    public TaskCompletionSource<string> Shown { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Answer(int type, JsonObject callback)
    {
        Answered = type;
        Modal = type == CallbackType.Modal ? callback["data"] as JsonObject : null;
        AnsweredAt = Stopwatch.GetTimestamp();
        Callback.TrySetResult(callback);
    }
}
