using System.Diagnostics;
using System.Text.Json.Nodes;
using LocalDiscord.Api;
using LocalDiscord.Gateway;
using LocalDiscord.Interactions;
using LocalDiscord.Messages;
using LocalDiscord.Wire;

namespace LocalDiscord.Page;

/// <summary>A user does something with the bot, and waits for the answer.</summary>
/// <param name="gate">Held while state is read or changed.</param>
sealed class UserInteractions(
    Lock gate, UserActions actions, InteractionDispatcher dispatcher, InteractionStore interactions, InteractionsEndpoint endpoint,
    GatewayHub gateway, MessageStore store, TimeProvider clock)
{
    public async Task<ApiResponse> UseAsync(ApiRequest request, CancellationToken ct)
    {
        await endpoint.VerifyAsync(ct);
        Interaction interaction;
        Task<JsonObject> answered;
        long dispatched;
        lock (gate)
        {
            (interaction, var @event) = actions.Prepare(request.Body, request.Files);
            if (endpoint.Url is null && !gateway.CanReach(@event.Text("guild_id")))
                throw new BotTimeoutException("The bot is offline.");
            // Measured from before the bot can know about the interaction.
            answered = interaction.Callback.Task.WaitAsync(interactions.AnswerTime, clock, ct);
            dispatched = Stopwatch.GetTimestamp();
            dispatcher.Send(interaction, @event);
        }

        var callback = await CallbackAsync(answered);
        var elapsed = Stopwatch.GetElapsedTime(dispatched, interaction.AnsweredAt);
        var result = await ResultAsync(interaction, callback, ct);
        result["elapsed_ms"] = Math.Round(elapsed.TotalMilliseconds, 2);
        return ApiResponse.Ok(result);
    }

    async Task<JsonObject> CallbackAsync(Task<JsonObject> answered)
    {
        try
        {
            return await answered;
        }
        catch (TimeoutException)
        {
            throw new BotTimeoutException($"The bot did not answer within {interactions.AnswerTime.TotalSeconds:0} seconds.");
        }
    }

    async Task<JsonObject> ResultAsync(Interaction interaction, JsonObject callback, CancellationToken ct) => interaction.Answered switch
    {
        CallbackType.Choices => new JsonObject { ["choices"] = callback.Object("data")!["choices"]?.DeepClone() ?? new JsonArray() },
        CallbackType.Modal => new JsonObject { ["modal"] = callback.Object("data")!.DeepClone() },
        CallbackType.DeferredMessage => Message(interaction, await ShownAsync(interaction, ct)),
        // A deferred update shows no "thinking…": the user sees the message as it is, and its edit when that comes.
        _ => Message(interaction, interaction.OriginalId!),
    };

    async Task<string> ShownAsync(Interaction interaction, CancellationToken ct)
    {
        try
        {
            return await interaction.Shown.Task.WaitAsync(InteractionStore.TokenTime, clock, ct);
        }
        catch (TimeoutException)
        {
            throw new BotTimeoutException("The bot deferred its answer, but sent none within 15 minutes.");
        }
    }

    JsonObject Message(Interaction interaction, string id)
    {
        lock (gate)
            return new JsonObject { ["message"] = store.Find(interaction.ChannelId, id)?.For(interaction.UserId).DeepClone() };
    }
}
