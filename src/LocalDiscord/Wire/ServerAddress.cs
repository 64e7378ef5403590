namespace LocalDiscord.Wire;

/// <summary>The server's own addresses, as it sends them to others. Empty until it listens, since its port may be any free one.</summary>
sealed class ServerAddress
{
    /// <summary>The page and attachments, without a slash at the end: <c>http://127.0.0.1:5210</c>.</summary>
    public string Http { get; private set; } = "";

    /// <summary>Where bots open their WebSocket.</summary>
    public string Gateway { get; private set; } = "";

    public void ListensOn(string authority, string gatewayPath) =>
        (Http, Gateway) = ($"http://{authority}", $"ws://{authority}{gatewayPath}");
}
