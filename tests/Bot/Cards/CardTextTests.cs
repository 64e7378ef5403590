using Bot.Cards;

namespace Bot.Tests.Cards;

public class CardTextTests
{
    [Theory]
    [InlineData("two\n lines\t here", "two lines here")]
    [InlineData("*bold* [link](x) `code`", @"\*bold\* \[link\](x) \`code\`")]
    public void Text_from_files_is_one_line_and_literal(string text, string expected) =>
        Assert.Equal(expected, CardText.Markdown(text, limit: 100));

    [Fact]
    public void A_link_that_makes_a_line_too_long_is_left_out()
    {
        var link = new Uri("https://post.example/" + new string('x', 500));

        Assert.Equal("**Boat**", CardText.Linked("Boat", link, limit: 300, title => $"**{title}**"));
        Assert.StartsWith("**[Boat](https://post.example/", CardText.Linked("Boat", link, limit: 600, title => $"**{title}**"));
    }

    [Fact]
    public void A_mention_in_where_a_link_leads_is_none() =>
        Assert.Equal("[Boat](https://post.example/%40everyone)",
            CardText.Linked("Boat", new("https://post.example/@everyone"), limit: 600, title => title));

    /// <summary>Or a number that follows would stand before it.</summary>
    [Theory]
    [InlineData("Storm", "Storm")]
    [InlineData("العاصفة", "\u200E\u2068العاصفة\u2069")]
    [InlineData("Storm סערה", "\u200E\u2068Storm סערה\u2069")]
    [InlineData("利率 👍", "利率 👍")]
    [InlineData("", "")]
    public void What_is_written_from_right_to_left_keeps_that_to_itself(string text, string inline) =>
        Assert.Equal(inline, CardText.Inline(text, limit: 100));

    [Theory]
    [InlineData("coverage:12:-2", "coverage", 12L, -2L)]
    [InlineData("headlines:0:5:3", "headlines", 0L, 5L, 3L)]
    [InlineData("alone", "alone")]
    public void What_a_button_carries_reads_back(string text, string name, params long[] numbers)
    {
        var id = CustomId.Parse(text)!;

        Assert.Equal((name, text), (id.Name, id.ToString()));
        Assert.Equal(numbers, id.Numbers);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("coverage:twelve")]
    [InlineData("coverage:99999999999999999999")]
    public void What_no_button_of_ours_carries_is_nothing(string? text) => Assert.Null(CustomId.Parse(text));
}
