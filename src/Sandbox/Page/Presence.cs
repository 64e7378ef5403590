using System.Text.Json.Nodes;

namespace Sandbox.Page;

/// <summary>Whether the bot is there for people: connected to the gateway, or behind an endpoint.</summary>
sealed class Presence(PageEvents page, bool hasEndpoint)
{
    bool isConnected;
    bool hasEndpoint = hasEndpoint;

    public bool IsOnline => isConnected || hasEndpoint;

    public void IsConnected(bool connected)
    {
        isConnected = connected;
        Publish();
    }

    public void HasEndpoint(bool endpoint)
    {
        hasEndpoint = endpoint;
        Publish();
    }

    void Publish() => page.Publish("bot", new JsonObject { ["online"] = IsOnline }, _ => true);
}
