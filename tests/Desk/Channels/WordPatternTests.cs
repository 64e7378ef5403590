using Desk.Channels;

namespace Desk.Tests.Channels;

public class WordPatternTests
{
    [Theory]
    [InlineData("/flood(s|ing)?/")]
    [InlineData("/storm.{0,100}damage/")]
    [InlineData(@"/\b(EU|UN|NATO)\b/")]
    [InlineData(@"/\$?[0-9]+([.,][0-9]+)? (million|billion)/")]
    [InlineData(@"/(\w+ ){3,8}dead/")]
    [InlineData(@"/^((\w+\s?)+)+[0-9]01x/")]
    [InlineData("/a{200}/")]
    public void Everyday_expression_is_accepted(string text) => Assert.Equal(("", true), Read(text));

    [Theory]
    [InlineData(@"/^((\w+\s?)+)+\2[0-9]01x/", "back-reference")]
    [InlineData("/^(?=(a+)+$)(a+)+$/", "back-reference")]
    [InlineData("/(?<!no )flood/", "back-reference")]
    [InlineData("/(?>a+)b/", "back-reference")]
    [InlineData("/(a{1000}){1000}/", "too large")]
    [InlineData(@"/(\w.{0,20}){20}q/", "too much work")]
    [InlineData(@"/(\w.{0,40}){5}q/", "too much work")]
    [InlineData(@"/(\w.{0,5}){10}q/", "too much work")]
    [InlineData("/(a/", "not a regular expression")]
    public void Expression_that_could_take_forever_is_refused_when_it_is_saved(string text, string reason)
    {
        var (error, isRead) = Read(text);

        Assert.False(isRead);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    /// <summary>Older versions accepted it.</summary>
    [Fact]
    public void Stored_expression_that_is_no_longer_supported_stays_as_it_is()
    {
        var rules = RuleFields.All.Read([new("words", @"flood, /(a+)\1/")], out var errors);

        Assert.Empty(errors);
        Assert.Equal([@"/(a+)\1/"], rules.Unusable.Select(word => word.Text));
        Assert.Equal(@"flood, /(a+)\1/", RuleFields.All.Of("words")!.Write(rules));
        Assert.Contains("back-reference", RuleFields.All.Of("words")!.Reason(Stories.Facts("Flood", ""), rules), StringComparison.Ordinal);
    }

    static (string Error, bool IsRead) Read(string text)
    {
        var isRead = WordPattern.Parse(text, out var error) is not null;
        return (error, isRead);
    }
}
