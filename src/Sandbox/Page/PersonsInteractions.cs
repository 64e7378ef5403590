using System.Diagnostics;
using System.Text.Json.Nodes;
using Sandbox.Api;
using Sandbox.Interactions;
using Sandbox.Wire;

namespace Sandbox.Page;

/// <summary>A person uses the bot, and waits for what they would see then.</summary>
sealed class PersonsInteractions(World world, PersonsActions actions, Dispatch dispatch)
{
    /// <summary>A deferred update shows no "thinking…": after this long the message is shown as it stands.</summary>
    static readonly TimeSpan UpdateTime = TimeSpan.FromSeconds(3);

    public async Task<Answer> UseAsync(Call call, CancellationToken ct)
    {
        await world.Endpoint.CheckAsync(ct);
        Interaction interaction;
        Task<JsonObject> answered;
        long dispatched;
        lock (world.Gate)
        {
            (interaction, var @event) = actions.Prepare(call.Body);
            if (!world.Presence.IsOnline)
                throw new BotSilence("The bot is offline.");
            // The time runs before the bot can know of it.
            answered = interaction.Callback.Task.WaitAsync(world.Interactions.AnswerTime, world.Clock, ct);
            dispatched = Stopwatch.GetTimestamp();
            dispatch.Send(interaction, @event);
        }

        var callback = await CallbackAsync(answered);
        var elapsed = Stopwatch.GetElapsedTime(dispatched, interaction.AnsweredAt);
        var seen = await SeenAsync(interaction, callback, ct);
        seen["elapsed_ms"] = Math.Round(elapsed.TotalMilliseconds, 2);
        return Answer.Ok(seen);
    }

    async Task<JsonObject> CallbackAsync(Task<JsonObject> answered)
    {
        try
        {
            return await answered;
        }
        catch (TimeoutException)
        {
            throw new BotSilence($"The bot did not answer within {world.Interactions.AnswerTime.TotalSeconds:0} seconds.");
        }
    }

    async Task<JsonObject> SeenAsync(Interaction interaction, JsonObject callback, CancellationToken ct) => interaction.Answered switch
    {
        CallbackType.Choices => new JsonObject { ["choices"] = callback.Object("data")!["choices"]?.DeepClone() ?? new JsonArray() },
        CallbackType.Modal => new JsonObject { ["modal"] = callback.Object("data")!.DeepClone() },
        CallbackType.DeferredMessage => Message(interaction, await ShownAsync(interaction, InteractionBook.TokenTime, ct)
            ?? throw new BotSilence("The bot deferred its answer, and gave none within 15 minutes.")),
        CallbackType.DeferredUpdate => Message(interaction, await ShownAsync(interaction, UpdateTime, ct) ?? interaction.OriginalId!),
        _ => Message(interaction, interaction.OriginalId!),
    };

    async Task<string?> ShownAsync(Interaction interaction, TimeSpan patience, CancellationToken ct)
    {
        try
        {
            return await interaction.Shown.Task.WaitAsync(patience, world.Clock, ct);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    JsonObject Message(Interaction interaction, string id)
    {
        lock (world.Gate)
            return new JsonObject { ["message"] = world.Messages.Find(interaction.ChannelId, id)?.Json.DeepClone() };
    }
}
