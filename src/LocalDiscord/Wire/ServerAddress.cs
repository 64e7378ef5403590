namespace LocalDiscord.Wire;

/// <summary>The server's own addresses, as it sends them to others. Empty until it listens, since its port may be any free one.</summary>
sealed class ServerAddress
{
    string gateway = "", secureGateway = "";

    /// <summary>The page and attachments, without a slash at the end: <c>http://127.0.0.1:5210</c>.</summary>
    public string Http { get; private set; } = "";

    /// <summary>Where bots open their WebSocket: <c>ws://</c>, or <c>wss://</c> for those that came through TLS.</summary>
    public string Gateway(bool isSecure) => isSecure ? secureGateway : gateway;

    /// <param name="secureAuthority">Where it listens with TLS; null if it doesn't.</param>
    public void ListensOn(string authority, string? secureAuthority, string gatewayPath) => (Http, gateway, secureGateway) =
        ($"http://{authority}", $"ws://{authority}{gatewayPath}", secureAuthority is null ? "" : $"wss://{secureAuthority}{gatewayPath}");
}
