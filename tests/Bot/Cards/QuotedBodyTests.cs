using Bot.Cards;
using Discord.Models;

namespace Bot.Tests.Cards;

public class QuotedBodyTests
{
    [Theory]
    [InlineData("Two **boats** *waited* ~~long~~.", "Two **boats** *waited* ~~long~~.")]
    [InlineData("# Head **of** it\n\nText\nmore", "**Head of it**\n\nText more")]
    [InlineData("- one\n- two\n  1. three\n  2. four", "- one\n- two\n  1. three\n  2. four")]
    [InlineData("> said\n>\n> again", "> said\n> again")]
    [InlineData("[closures](https://a.example/(x))", "[closures](https://a.example/%28x%29)")]
    [InlineData("[click](javascript:alert(1))", "click")]
    [InlineData("[https://bank.example](https://evil.example/)", "https://evil.example/")]
    [InlineData("[a](https://ann:x@evil.example/)", "a")]
    [InlineData("![Seal](https://a.example/1.jpg)", "[Seal](https://a.example/1.jpg)")]
    [InlineData("| Boat | Time |\n|---|---|\n| Petrel | 9:40 |", "Boat · Time\nPetrel · 9:40")]
    [InlineData("`a*b` and `` c`d ``", "`a*b` and c\\`d")]
    [InlineData("```sh\nrun ``` now\n```", "```\nrun `\u200B`` now\n```")]
    [InlineData("a\n\n---\n\nb", "a\n\nb")]
    [InlineData("@everyone and <@123> and <#4> and <t:1:R>", "@\u200Beveryone and <\u200B@123> and <\u200B#4> and <\u200Bt:1:R>")]
    [InlineData("@<b></b>everyone <<!-- -->@123>", "@\u200Beveryone <\u200B@123>")]
    [InlineData("\\*stars\\* and ||spoiler|| and 1 * 2 * 3", "\\*stars\\* and \\|\\|spoiler\\|\\| and 1 \\* 2 \\* 3")]
    [InlineData("<div>In <b>HTML</b> [x](y)</div>", "In HTML \\[x\\](y)")]
    [InlineData("", "")]
    public void A_body_is_quoted_with_the_markup_that_Discord_has(string markdown, string quoted) =>
        Assert.Equal(quoted, QuotedBody.Of(markdown, 2000));

    [Theory]
    [InlineData(10)]
    [InlineData(40)]
    [InlineData(100)]
    [InlineData(150)]
    [InlineData(230)]
    [InlineData(1000)]
    public void No_more_is_quoted_than_fits_and_no_markup_is_cut_in_two(int limit)
    {
        var body = "The slipway opened at **ten past ten**.\n\n```\ncode that is as long as this line of it "
            + "is\n```\n\n**" + string.Join(' ', Enumerable.Repeat("word", 40)) + "**\n\n- last [item](https://a.example/)";

        var quoted = QuotedBody.Of(body, limit);

        Assert.InRange(quoted.Length, 1, limit);
        Assert.Equal(0, quoted.Split("**").Length % 2 - 1);
        Assert.Equal(0, quoted.Split("```").Length % 2 - 1);
    }

    [Fact]
    public void A_body_nested_beyond_reason_is_quoted_as_text() =>
        Assert.InRange(QuotedBody.Of(new string('>', 5000) + " a", DiscordLimits.MessageContent).Length, 0, DiscordLimits.MessageContent);
}
