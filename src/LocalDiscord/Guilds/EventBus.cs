using System.Text.Json.Nodes;

namespace LocalDiscord.Guilds;

/// <summary>A gateway event. https://discord.com/developers/docs/events/gateway-events</summary>
/// <param name="Intent">Only sessions with this intent receive it.</param>
/// <param name="GuildId">Decides the shard; null, a direct message, goes to shard 0.</param>
sealed record BotEvent(string Name, JsonObject Data, long Intent, string? GuildId)
{
    /// <summary>What sessions get that may not read the content of messages; null if there is no difference.</summary>
    public JsonObject? WithoutContent { get; init; }
}

/// <summary>An event for everybody who has the page open.</summary>
/// <param name="Data">What a user, given by id, receives; called only for users who listen.</param>
/// <param name="IsVisibleTo">Whether a user, given by id, may receive it.</param>
sealed record UserEvent(string Name, Func<string, JsonNode> Data, Func<string, bool> IsVisibleTo);

/// <summary>Passes on what happens: to bots through the gateway, and to users through the page.</summary>
sealed class EventBus
{
    public event Action<BotEvent>? ForBots;

    public event Action<UserEvent>? ForUsers;

    public void SendToBots(string name, JsonObject data, long intent, string? guildId) => SendToBots(new(name, data, intent, guildId));

    public void SendToBots(BotEvent @event) => ForBots?.Invoke(@event);

    public void SendToUsers(string name, JsonNode data, Func<string, bool> isVisibleTo) => SendToUsers(name, () => data, isVisibleTo);

    public void SendToUsers(string name, Func<JsonNode> data, Func<string, bool> isVisibleTo) =>
        SendToUsers(name, _ => data(), isVisibleTo);

    public void SendToUsers(string name, Func<string, JsonNode> data, Func<string, bool> isVisibleTo) =>
        ForUsers?.Invoke(new(name, data, isVisibleTo));
}
