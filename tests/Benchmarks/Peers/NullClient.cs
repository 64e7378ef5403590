using System.CommandLine;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using LocalDiscord;

namespace Benchmarks.Peers;

/// <summary>
/// A client that answers every interaction with the same bytes, and does nothing else: what the local Discord and the measuring itself
/// can take.
/// </summary>
static class NullClient
{
    static readonly Argument<Uri> Discord = new("DISCORD") { CustomParser = result => new Uri(result.Tokens[0].Value) };
    static readonly Argument<string> Commands = new("COMMANDS");
    static readonly Argument<string> Answer = new("ANSWER");

    /// <summary>The command that the process runs; it starts this program again.</summary>
    public static Command Command { get; } = Describe();

    /// <param name="files">The commands that it registers, and its answer, as JSON.</param>
    public static MeasuredProcess Start(Uri discord, IReadOnlyList<string> files, int? core) => MeasuredProcess.Start(
        new(Environment.ProcessPath!, [.. ThisProgram.Itself, Command.Name, discord.AbsoluteUri, .. files]), core);

    static Command Describe()
    {
        var command = new Command("null-client") { Discord, Commands, Answer };
        command.Hidden = true;
        command.SetAction((parsed, ct) => RunAsync(
            parsed.GetValue(Discord)!, parsed.GetValue(Commands)!, parsed.GetValue(Answer)!, ct));
        return command;
    }

    static async Task RunAsync(Uri discord, string commands, string answer, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = new(discord, "api/v10/") };
        http.DefaultRequestHeaders.Authorization = new("Bot", LocalDiscordServer.Token);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(discord) { Scheme = "ws", Path = "gateway", Query = "v=10&encoding=json" }.Uri, ct);
        var callback = Encoding.UTF8.GetBytes($$"""{"type": 4, "data": {{await File.ReadAllTextAsync(answer, ct)}} }""");
        var buffer = new byte[1 << 20];
        while (true)
        {
            using var frame = await ReceiveAsync(socket, buffer, ct);
            var data = frame.RootElement.GetProperty("d");
            switch (frame.RootElement.GetProperty("op").GetInt32(), frame.RootElement.GetProperty("t").GetString())
            {
                case (10, _):
                    await IdentifyAsync(socket, ct);
                    break;
                case (_, "READY"):
                    await RegisterAsync(http, data.GetProperty("application").GetProperty("id").GetString()!, commands, ct);
                    break;
                case (_, "INTERACTION_CREATE"):
                    _ = AnswerAsync(http, data.GetProperty("id").GetString()!, data.GetProperty("token").GetString()!, callback, ct);
                    break;
            }
        }
    }

    static async Task<JsonDocument> ReceiveAsync(ClientWebSocket socket, byte[] buffer, CancellationToken ct)
    {
        for (var length = 0; ;)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), ct);
            length += part.Count;
            if (part.EndOfMessage)
                return JsonDocument.Parse(buffer.AsMemory(0, length));
        }
    }

    static async Task IdentifyAsync(ClientWebSocket socket, CancellationToken ct)
    {
        var identify = $$$"""{"op": 2, "d": {"token": "{{{LocalDiscordServer.Token}}}", "intents": 1, "properties": {} } }""";
        await socket.SendAsync(Encoding.UTF8.GetBytes(identify), WebSocketMessageType.Text, endOfMessage: true, ct);
    }

    static async Task RegisterAsync(HttpClient http, string application, string file, CancellationToken ct)
    {
        using var body = new StringContent(await File.ReadAllTextAsync(file, ct), Encoding.UTF8, "application/json");
        using var registered = await http.PutAsync($"applications/{application}/commands", body, ct);
        registered.EnsureSuccessStatusCode();
    }

    static async Task AnswerAsync(HttpClient http, string id, string token, byte[] callback, CancellationToken ct)
    {
        using var body = new ByteArrayContent(callback) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var answered = await http.PostAsync($"interactions/{id}/{token}/callback", body, ct);
        answered.EnsureSuccessStatusCode();
    }
}
