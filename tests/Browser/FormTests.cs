using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using LocalDiscord;
using LocalDiscord.Guilds;
using LocalDiscord.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>What the news desk does not use yet, with a bot that is played by the test.</summary>
public sealed class FormTests(Chromium chromium) : IAsyncDisposable
{
    const string Form = """
        {"type": 9, "data": {"custom_id": "question", "title": "Ask the newsroom", "components": [
          {"type": 18, "label": "Your question", "component": {"type": 4, "custom_id": "text", "style": 2, "max_length": 100}},
          {"type": 18, "label": "About", "component": {"type": 3, "custom_id": "topic", "options": [
            {"label": "Power", "value": "power"}, {"label": "Sport", "value": "sport"}]}}]}}
        """;

    const string Menu = """
        {"type": 4, "data": {"content": "Which?", "components": [{"type": 1, "components": [
            {"type": 3, "custom_id": "topics", "min_values": 1, "max_values": 2, "options": [
          {"label": "Power", "value": "power"}, {"label": "Sport", "value": "sport"}, {"label": "Weather", "value": "weather"}]}]}]}}
        """;

    readonly HttpClient http = new();
    LocalDiscordServer? server;
    ScriptedBot? bot;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_form_is_filled_in_and_its_answer_shown()
    {
        await using var window = await OpenAsync();
        await window.Composer.FillAsync("/ask");
        await window.Send.ClickAsync();
        await AnswerAsync(Form);

        var form = window.Page.GetByRole(AriaRole.Dialog, new() { Name = "Ask the newsroom" });
        await Expect(form.GetByLabel("Your question")).ToBeFocusedAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Submit" }).ClickAsync();
        // What is required and empty is not sent.
        await Expect(form).ToBeVisibleAsync();
        await form.GetByLabel("Your question").FillAsync("Why is it dark?");
        await form.GetByLabel("About").ClickAsync();
        await window.Page.GetByRole(AriaRole.Option, new() { Name = "Power" }).ClickAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Submit" }).ClickAsync();

        var submitted = await AnswerAsync("""{"type": 4, "data": {"content": "We ask around."}}""");
        Assert.Equal("Why is it dark?", submitted["data"]!["components"]![0]!["component"]!["value"]!.ToString());
        Assert.Equal("power", submitted["data"]!["components"]![1]!["component"]!["values"]![0]!.ToString());
        await Expect(window.LastMessage).ToContainTextAsync("We ask around.");
        await Expect(form).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Several_are_chosen_from_a_menu_and_sent_when_it_closes()
    {
        await using var window = await OpenAsync();
        await window.Composer.FillAsync("/ask");
        await window.Send.ClickAsync();
        await AnswerAsync(Menu);

        await window.LastMessage.GetByRole(AriaRole.Button, new() { Name = "Make a selection" })
            .Or(window.LastMessage.GetByRole(AriaRole.Combobox)).First.ClickAsync();
        await window.Page.GetByRole(AriaRole.Option, new() { Name = "Power" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Option, new() { Name = "Weather" }).ClickAsync();
        await window.Page.Keyboard.PressAsync("Escape");

        var chosen = await AnswerAsync("""{"type": 7, "data": {"content": "Thanks."}}""");
        Assert.Equal(["power", "weather"], chosen["data"]!["values"]!.AsArray().Select(value => value!.ToString()));
        await Expect(window.LastMessage).ToContainTextAsync("Thanks.");
    }

    [Fact]
    public async Task An_app_that_does_not_answer_is_told_in_red_after_three_seconds()
    {
        await using var window = await OpenAsync();
        await window.Composer.FillAsync("/ask");
        await window.Send.ClickAsync();

        await Expect(window.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "The application did not respond" }))
            .ToBeVisibleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        bot?.Dispose();
        http.Dispose();
        if (server is not null)
            await server.DisposeAsync();
    }

    async Task<Window> OpenAsync()
    {
        Chromium.SkipIfAbsent();
        server = await LocalDiscordServer.StartAsync(new(), TimeProvider.System, Ct);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", LocalDiscordServer.Token);
        using var command = new StringContent(
            """[{"name": "ask", "description": "Ask the newsroom"}]""", Encoding.UTF8, "application/json");
        (await http.PutAsync($"{server.ApiBase}/applications/{Seed.ApplicationId}/commands", command, Ct)).EnsureSuccessStatusCode();
        var gateway = await http.GetFromJsonAsync<JsonNode>($"{server.ApiBase}/gateway/bot", Ct);
        bot = await ScriptedBot.ConnectAsync(new Uri(gateway!["url"] + "?v=10&encoding=json"));
        await bot.NextAsync();
        await bot.IdentifyAsync(intents: 0);
        await bot.EventAsync("READY");

        var window = await chromium.OpenAsync(server.Address);
        await window.GoToAsync("general");
        return window;
    }

    /// <summary>Answers the interaction that comes next.</summary>
    async Task<JsonNode> AnswerAsync(string callback)
    {
        var interaction = await bot!.EventAsync("INTERACTION_CREATE");
        using var json = new StringContent(callback, Encoding.UTF8, "application/json");
        (await http.PostAsync($"{server!.ApiBase}/interactions/{interaction["id"]}/{interaction["token"]}/callback", json, Ct))
            .EnsureSuccessStatusCode();
        return interaction;
    }
}
