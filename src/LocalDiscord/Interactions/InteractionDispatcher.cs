using System.Text.Json.Nodes;
using LocalDiscord.Guilds;
using LocalDiscord.Messages;
using LocalDiscord.Rules;
using LocalDiscord.Wire;

namespace LocalDiscord.Interactions;

/// <summary>Sends an interaction to the bot: to its endpoint if it has one, otherwise through the gateway.</summary>
/// <param name="gate">Held while state is read or changed.</param>
sealed class InteractionDispatcher(
    Lock gate, InteractionStore interactions, InteractionsEndpoint endpoint, InteractionCallbacks callbacks, EventBus events)
{
    /// <summary>The caller holds the gate.</summary>
    public void Send(Interaction interaction, JsonObject @event)
    {
        if (endpoint.Url is null)
            events.SendToBots("INTERACTION_CREATE", @event, Intents.None, @event.Text("guild_id"));
        else
            _ = PostAsync(interaction, @event);
    }

    /// <summary>Nobody awaits this: success and failure both reach the user through the interaction.</summary>
    async Task PostAsync(Interaction interaction, JsonObject @event)
    {
        try
        {
            // The caller holds the gate, and must not while we wait.
            await Task.Yield();
            var response = await endpoint.SendAsync(@event, CancellationToken.None);
            await AcceptAsync(interaction, response);
        }
        catch (HttpRequestException e)
        {
            Fail(interaction, $"The bot's endpoint can't be reached: {e.Message}");
        }
        catch (OperationCanceledException)
        {
            Fail(interaction, $"The bot did not answer within {interactions.AnswerTime.TotalSeconds:0} seconds.");
        }
        catch (DiscordException e)
        {
            Fail(interaction, $"Discord rejects the response of the bot's endpoint: {Json.Text(e.ToJson())}");
        }
        catch (Exception e) when (e is IOException or InvalidDataException or FormatException)
        {
            Fail(interaction, $"The bot's endpoint sent a multipart body that can't be read: {e.Message}");
        }
    }

    async Task AcceptAsync(Interaction interaction, EndpointResponse response)
    {
        // The callback came, or will come, through its own route.
        if (interaction.Answered is not null || response.Status == 202)
            return;
        if (response.Status != 200)
        {
            Fail(interaction, $"The bot's endpoint responded with {response.Status} instead of 200 or 202.");
            return;
        }

        var (callback, files, bytes) = await ReadAsync(response);
        if (callback is null)
        {
            Fail(interaction, "The bot's endpoint responded with 200, but without a JSON object.");
            return;
        }

        IdFields.Read(callback);
        lock (gate)
            callbacks.Accept(interaction, callback, files, bytes);
    }

    static async Task<(JsonObject? Callback, IReadOnlyList<UploadedFile> Files, int Bytes)> ReadAsync(EndpointResponse response)
    {
        if (!UploadedFile.IsMultipart(response.ContentType))
            return (response.Json, [], response.Body.Length);
        var (json, files) = await UploadedFile.ReadAsync(response.ContentType!, response.Body, CancellationToken.None);
        return (Json.TryParse(json) as JsonObject, files, json.Length);
    }

    static void Fail(Interaction interaction, string reason) => interaction.Callback.TrySetException(new BotTimeoutException(reason));
}
