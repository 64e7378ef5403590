using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>What is typed or chosen for a command's options, and what the bot gets of it.</summary>
public sealed class TypedValueTests(Chromium chromium) : IAsyncDisposable
{
    const string Commands = """
        [{"name": "ask", "description": "Ask the newsroom", "options": [
          {"type": 3, "name": "question", "description": "Your question", "required": true},
          {"type": 3, "name": "order", "description": "What comes first"}]},
         {"name": "send", "description": "Send a file", "options": [
          {"type": 11, "name": "file", "description": "Any file", "required": true}]}]
        """;

    const string Thanks = """{"type": 4, "data": {"content": "We ask around."}}""";

    static readonly FilePayload Rules = new()
    {
        Name = "my rules.yaml", MimeType = "application/yaml", Buffer = Encoding.UTF8.GetBytes("channels: []"),
    };

    readonly PlayedBot bot = new();

    [Theory]
    [InlineData("""/ask question:what does "tide" mean""", """what does "tide" mean""")]
    [InlineData("""/ask question:"ebb" and "tide" order:new""", "\"ebb\" and \"tide\"")]
    [InlineData("""/ask question:"storm surge" """, "\"storm surge\"")]
    [InlineData("""/ask what does "tide" mean""", """what does "tide" mean""")]
    [InlineData("""/ask question:12" vinyl order:new""", "12\" vinyl")]
    [InlineData("""/ask question:"order: none" order:new""", "order: none")]
    [InlineData("""/ask question:who says "order: none" there""", """who says "order: none" there""")]
    public async Task Quotes_reach_the_bot(string typed, string question)
    {
        await using var window = await bot.OpenAsync(chromium, Commands);

        await window.Composer.PressSequentiallyAsync(typed);
        await window.Send.ClickAsync();

        var asked = await bot.AnswerAsync(Thanks);
        Assert.Equal(question, asked["data"]!["options"]![0]!["value"]!.ToString());
        await Expect(window.LastMessage).ToContainTextAsync("We ask around.");
    }

    [Fact]
    public async Task File_is_chosen_from_the_suggestions_and_sent_with_the_command()
    {
        await using var window = await bot.OpenAsync(chromium, Commands);

        await window.Composer.PressSequentiallyAsync("/sen");
        await window.Suggestion("/send").ClickAsync();
        var chooser = await window.Page.RunAndWaitForFileChooserAsync(() => window.Suggestion("Choose a file…").ClickAsync());
        await chooser.SetFilesAsync(Rules);
        await Expect(window.Composer).ToHaveValueAsync("/send file:my rules.yaml ");
        await window.Page.Keyboard.PressAsync("Enter");

        var sent = await bot.AnswerAsync(Thanks);
        await IsRulesAsync(sent, sent["data"]!["options"]![0]!["value"]!.ToString());
        await Expect(window.LastMessage).ToContainTextAsync("We ask around.");
    }

    [Fact]
    public async Task Name_of_a_file_that_was_not_chosen_is_told_and_stays()
    {
        await using var window = await bot.OpenAsync(chromium, Commands);

        await window.Composer.FillAsync("/send file:rules.yaml");
        await window.Send.ClickAsync();

        await Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("choose one from the suggestions");
        await Expect(window.Composer).ToHaveValueAsync("/send file:rules.yaml");
    }

    [Fact]
    public async Task File_is_sent_with_a_form()
    {
        await using var window = await bot.OpenAsync(chromium, Commands);
        await window.Composer.FillAsync("/ask question:may I send a file");
        await window.Send.ClickAsync();
        await bot.AnswerAsync("""
            {"type": 9, "data": {"custom_id": "import", "title": "Import", "components": [
              {"type": 18, "label": "Rules", "component": {"type": 19, "custom_id": "rules"}}]}}
            """);

        var form = window.Page.GetByRole(AriaRole.Dialog, new() { Name = "Import" });
        await form.GetByLabel("Rules").SetInputFilesAsync(Rules);
        await form.GetByRole(AriaRole.Button, new() { Name = "Submit" }).ClickAsync();

        var sent = await bot.AnswerAsync(Thanks);
        await IsRulesAsync(sent, sent["data"]!["components"]![0]!["component"]!["values"]![0]!.ToString());
        await Expect(form).ToHaveCountAsync(0);
    }

    async Task IsRulesAsync(JsonNode sent, string id)
    {
        var file = sent["data"]!["resolved"]!["attachments"]![id]!;
        Assert.Equal(("my_rules.yaml", 12), (file["filename"]!.ToString(), file["size"]!.GetValue<int>()));
        Assert.Equal("channels: []", await bot.DownloadAsync(new(file["url"]!.ToString())));
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();
}
