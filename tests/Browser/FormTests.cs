using System.Text.Json.Nodes;
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

    readonly PlayedBot bot = new();

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

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    Task<Window> OpenAsync() => bot.OpenAsync(chromium, """[{"name": "ask", "description": "Ask the newsroom"}]""");

    Task<JsonNode> AnswerAsync(string callback) => bot.AnswerAsync(callback);
}
