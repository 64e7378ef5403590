using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using LocalDiscord;
using LocalDiscord.Guilds;
using LocalDiscord.Tests;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>A bot that is played by the test, on a local Discord of its own.</summary>
sealed class PlayedBot : IAsyncDisposable
{
    readonly HttpClient http = new();
    LocalDiscordServer? server;
    ScriptedBot? bot;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A window on #general, once the bot is online with these commands.</summary>
    public async Task<Window> OpenAsync(Chromium chromium, string commands, ViewportSize? size = null)
    {
        Chromium.SkipIfAbsent();
        server = await LocalDiscordServer.StartAsync(new(), TimeProvider.System, Ct);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", LocalDiscordServer.Token);
        await SendAsync(HttpMethod.Put, $"applications/{Seed.ApplicationId}/commands", commands);
        var gateway = await http.GetFromJsonAsync<JsonNode>($"{server.ApiBase}/gateway/bot", Ct);
        bot = await ScriptedBot.ConnectAsync(new Uri(gateway!["url"] + "?v=10&encoding=json"));
        await bot.NextAsync();
        await bot.IdentifyAsync(intents: 0);
        await bot.EventAsync("READY");

        var window = await WindowAsync(chromium, size);
        await window.GoToAsync("general");
        return window;
    }

    /// <summary>Another window, of somebody who was never here before.</summary>
    public Task<Window> WindowAsync(Chromium chromium, ViewportSize? size) => chromium.OpenAsync(server!.Address, size);

    /// <summary>Posts a component to #news. Returns the message's id.</summary>
    public async Task<string> PostAsync(string component)
    {
        var message = await SendAsync(HttpMethod.Post, $"channels/{Seed.NewsChannelId}/messages",
            $$"""{"flags": 32768, "components": [{{component}}]}""");
        return message!["id"]!.ToString();
    }

    /// <summary>Answers the interaction that comes next.</summary>
    public async Task<JsonNode> AnswerAsync(string callback)
    {
        var interaction = await bot!.EventAsync("INTERACTION_CREATE");
        await SendAsync(HttpMethod.Post, $"interactions/{interaction["id"]}/{interaction["token"]}/callback", callback);
        return interaction;
    }

    public Task<string> DownloadAsync(Uri file) => http.GetStringAsync(file, Ct);

    public async ValueTask DisposeAsync()
    {
        bot?.Dispose();
        http.Dispose();
        if (server is not null)
            await server.DisposeAsync();
    }

    async Task<JsonNode?> SendAsync(HttpMethod method, string path, string json)
    {
        using var request = new HttpRequestMessage(method, $"{server!.ApiBase}/{path}")
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        using var response = await http.SendAsync(request, Ct);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadAsStringAsync(Ct);
        return answer.Length == 0 ? null : JsonNode.Parse(answer);
    }
}
