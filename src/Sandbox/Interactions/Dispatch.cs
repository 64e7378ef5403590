using System.Text.Json.Nodes;
using Sandbox.Api;
using Sandbox.Gateway;
using Sandbox.Page;
using Sandbox.Wire;

namespace Sandbox.Interactions;

/// <summary>Brings an interaction to the bot: over the gateway, or to the endpoint if there is one, never both.</summary>
sealed class Dispatch(World world, Callbacks callbacks)
{
    public void Send(Interaction interaction, JsonObject @event)
    {
        if (world.Endpoint.Url is null)
            world.Gateway.Dispatch("INTERACTION_CREATE", @event, Intents.None, @event.Text("guild_id"));
        else
            _ = PostAsync(interaction, @event);
    }

    /// <summary>Whatever comes of it, the interaction says.</summary>
    async Task PostAsync(Interaction interaction, JsonObject @event)
    {
        try
        {
            // Off the world's lock: whoever sends holds it.
            await Task.Yield();
            var answer = await world.Endpoint.SendAsync(@event, CancellationToken.None);
            await TakeAsync(interaction, answer);
        }
        catch (HttpRequestException e)
        {
            GiveUp(interaction, $"The bot's endpoint cannot be reached: {e.Message}");
        }
        catch (OperationCanceledException)
        {
            GiveUp(interaction, $"The bot did not answer within {world.Interactions.AnswerTime.TotalSeconds:0} seconds.");
        }
        catch (DiscordError e)
        {
            GiveUp(interaction, $"The bot's endpoint answered with what Discord refuses: {Json.Text(e.ToJson())}");
        }
        catch (Exception e) when (e is IOException or InvalidDataException or FormatException)
        {
            GiveUp(interaction, $"The bot's endpoint answered with a multipart body that cannot be read: {e.Message}");
        }
    }

    async Task TakeAsync(Interaction interaction, EndpointAnswer answer)
    {
        // The callback came, or will come, through its own route.
        if (interaction.Answered is not null || answer.Status == 202)
            return;
        if (answer.Status != 200)
        {
            GiveUp(interaction, $"The bot's endpoint answered with {answer.Status}, not with 200 or 202.");
            return;
        }

        var (callback, files) = await ReadAsync(answer);
        if (callback is null)
        {
            GiveUp(interaction, "The bot's endpoint answered with 200, but not with a JSON object.");
            return;
        }

        lock (world.Gate)
            callbacks.Take(interaction, callback, files);
    }

    static async Task<(JsonObject? Callback, IReadOnlyList<UploadedFile> Files)> ReadAsync(EndpointAnswer answer)
    {
        if (!UploadedFile.Are(answer.ContentType))
            return (answer.Json, []);
        var (json, files) = await UploadedFile.ReadAsync(answer.ContentType!, answer.Body, CancellationToken.None);
        return (Json.TryParse(json) as JsonObject, files);
    }

    static void GiveUp(Interaction interaction, string why) => interaction.Callback.TrySetException(new BotSilence(why));
}
