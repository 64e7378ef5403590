using System.Text.Json.Nodes;
using LocalDiscord.Guilds;

namespace LocalDiscord.Interactions;

/// <summary>Whether the bot is online: connected to the gateway, or reachable at an interactions endpoint.</summary>
sealed class BotPresence(EventBus events, bool hasEndpoint)
{
    bool isConnected;
    bool hasEndpoint = hasEndpoint;

    public bool IsOnline => isConnected || hasEndpoint;

    public void SetConnected(bool connected)
    {
        isConnected = connected;
        Publish();
    }

    public void SetEndpoint(bool exists)
    {
        hasEndpoint = exists;
        Publish();
    }

    void Publish() => events.SendToUsers("bot", new JsonObject { ["online"] = IsOnline }, _ => true);
}
