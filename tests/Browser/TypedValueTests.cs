using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>What is typed or chosen for a command's options, and what the bot gets of it.</summary>
public sealed class TypedValueTests(Chromium chromium) : IAsyncDisposable
{
    const string Commands = """
        [{"name": "ask", "description": "Ask the newsroom", "options": [
          {"type": 3, "name": "question", "description": "Your question", "required": true},
          {"type": 3, "name": "order", "description": "What comes first"}]}]
        """;

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

        var asked = await bot.AnswerAsync("""{"type": 4, "data": {"content": "We ask around."}}""");
        Assert.Equal(question, asked["data"]!["options"]![0]!["value"]!.ToString());
        await Expect(window.LastMessage).ToContainTextAsync("We ask around.");
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();
}
