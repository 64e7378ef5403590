using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Sandbox.Interactions;

/// <summary>Something a person did that a bot must answer, and how far the answer has come.</summary>
sealed class Interaction
{
    public required string Id { get; init; }

    public required string Token { get; init; }

    public required int Type { get; init; }

    public required string UserId { get; init; }

    public required string ChannelId { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>The command's full name, for those who read the answer.</summary>
    public string? CommandName { get; init; }

    /// <summary>Whether the command was chosen from the menu of a message or user, <see cref="TargetId"/>.</summary>
    public bool IsFromMenu { get; set; }

    public string? TargetId { get; set; }

    /// <summary>The message whose button was pressed.</summary>
    public string? SourceMessageId { get; init; }

    /// <summary>The callback's type once the bot has answered.</summary>
    public int? Answered { get; private set; }

    /// <summary>The form that the bot answered with, if it did.</summary>
    public JsonObject? Modal { get; private set; }

    /// <summary>The Stopwatch's timestamp of the callback.</summary>
    public long AnsweredAt { get; private set; }

    /// <summary>What <c>@original</c> stands for: the bot's answer, or the message that it updates.</summary>
    public string? OriginalId { get; set; }

    /// <summary>Every message that the interaction's token may edit.</summary>
    public HashSet<string> MessageIds { get; } = [];

    /// <summary>Ends with the bot's callback, or with why there will be none.</summary>
    public TaskCompletionSource<JsonObject> Callback { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the id of the first message that shows something after a deferred callback.</summary>
    public TaskCompletionSource<string> Shown { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Answer(int type, JsonObject callback)
    {
        Answered = type;
        Modal = type == CallbackType.Modal ? callback["data"] as JsonObject : null;
        AnsweredAt = Stopwatch.GetTimestamp();
        Callback.TrySetResult(callback);
    }
}
