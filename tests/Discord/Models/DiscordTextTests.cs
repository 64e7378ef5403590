using CsCheck;
using Discord.Models;

namespace Discord.Tests.Models;

public sealed class DiscordTextTests
{
    [Theory]
    [InlineData("Rates rise again", "Rates rise again")]
    [InlineData("**bold** and _thin_", @"\*\*bold\*\* and \_thin\_")]
    [InlineData("~~gone~~ ||hidden|| `code`", @"\~\~gone\~\~ \|\|hidden\|\| \`code\`")]
    [InlineData(@"C:\news", @"C:\\news")]
    [InlineData("[win](https://evil.example)", @"\[win\](https://evil.example)")]
    [InlineData("# Big", @"\# Big")]
    [InlineData("-# small", @"\-# small")]
    [InlineData("- item\n  + item\n> quote", "\\- item\n  \\+ item\n\\> quote")]
    [InlineData("1. first\n23. later", "1\\. first\n23\\. later")]
    [InlineData("1.5 million", "1.5 million")]
    [InlineData("well-known, 3 > 2, C#", "well-known, 3 > 2, C#")]
    [InlineData("a\r\nb\u2028c", "a\nb\nc")]
    [InlineData("see https://ex.org/a_b*c?x=1_2 now_", @"see https://ex.org/a_b*c?x=1_2 now\_")]
    [InlineData("https://ex.org/](https://evil.example)", @"https://ex.org/\](https://evil.example)")]
    [InlineData("", "")]
    public void Escapes_markup(string text, string escaped) => Assert.Equal(escaped, DiscordText.Escape(text));

    [Theory]
    [InlineData("@everyone", "@\u200Beveryone")]
    [InlineData("(@HERE)", "(@\u200BHERE)")]
    [InlineData("<@42> <@&42> <#42>", "<\u200B@42> <\u200B@&42> <\u200B#42>")]
    [InlineData("<:smile:42> <a:wave:42>", "<\u200B:smile:42> <\u200Ba:wave:42>")]
    [InlineData("<t:0:R> </latest:42> <id:guide>", "<\u200Bt:0:R> <\u200B/latest:42> <\u200Bid:guide>")]
    [InlineData("https://ex.org/@everyone?to=@HERE,@ann", "https://ex.org/%40everyone?to=%40HERE,@ann")]
    [InlineData("mail a@ex.org, 1 < 2", "mail a@ex.org, 1 < 2")]
    public void Breaks_mentions_with_an_invisible_space(string text, string escaped) =>
        Assert.Equal(escaped, DiscordText.Escape(text));

    [Theory]
    [InlineData("safe\u202Egpj.exe", "safegpj.exe")]
    [InlineData("\u2066a\u2069", "a")]
    [InlineData("bell\u0007 tab\tend\0", "bell tab end")]
    [InlineData("العربية\u200F!", "العربية\u200F!")]
    [InlineData("👨‍👩‍👧 family", "👨‍👩‍👧 family")]
    public void Removes_control_characters_and_keeps_scripts(string text, string escaped) =>
        Assert.Equal(escaped, DiscordText.Escape(text));

    [Theory]
    [InlineData("https://ex.org/a[1]?b=[c]#d#e", "https://ex.org/a%5B1%5D?b=%5Bc%5D#d%23e")]
    [InlineData("http://[::1]:8080/a", "http://[::1]:8080/a")]
    [InlineData("https://ex.org/%5Ba%5D?b", "https://ex.org/%5Ba%5D?b")]
    [InlineData("https://ex.org", "https://ex.org/")]
    public void Addresses_follow_the_standard(string url, string address) => Assert.Equal(address, DiscordText.Address(new(url)));

    /// <summary>Text without markup is left as it is without searching it.</summary>
    [Fact]
    public void Escapes_the_same_whether_or_not_other_markup_follows()
    {
        string[] pieces =
        [
            "a", "Ä", " ", "1", "٣", ".", "-", "+", ">", "#", "*", "_", "[", "<", "@", "everyone", "https://ex.org/a_b", ":", "\\",
            "\n", "\t", "\u2028", "\u00A0", "\u202E", "\uD83D", "🚢",
        ];
        Gen.Int[0, pieces.Length - 1].Array[0, 8].Select(picked => string.Concat(picked.Select(at => pieces[at]))).Sample(
            text => Assert.Equal(DiscordText.Escape(text) + "\n\\*", DiscordText.Escape(text + "\n*")), iter: 20_000);
    }

    [Fact]
    public void Replaces_half_a_character() => Assert.Equal("half \uFFFD here", DiscordText.Escape("half \uD83D here"));

    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("Rates rise again in spring", 20, "Rates rise again in…")]
    [InlineData("Rates rise again in spring", 18, "Rates rise again…")]
    [InlineData("Donaudampfschifffahrt", 10, "Donaudamp…")]
    [InlineData("a Donaudampfschifffahrt", 12, "a Donaudamp…")]
    [InlineData("abc", 1, "…")]
    [InlineData("abc", 0, "")]
    [InlineData("ارتفاع أسعار الفائدة مرة أخرى", 20, "ارتفاع أسعار…")]
    [InlineData("利率再次上升了", 4, "利率再…")]
    public void Shortens_at_a_word(string text, int limit, string shortened)
    {
        Assert.Equal(shortened, DiscordText.Shorten(text, limit));
        Assert.True(shortened.Length <= limit);
    }

    [Theory]
    [InlineData("ab👍cd", 4, "ab…")]
    [InlineData("ab👨‍👩‍👧cd", 8, "ab…")]
    [InlineData("cafe\u0301s", 5, "caf…")]
    [InlineData(@"abc\*d", 5, "abc…")]
    [InlineData(@"ab\*\*", 5, @"ab\*…")]
    public void Never_splits_a_character_or_escape(string text, int limit, string shortened) =>
        Assert.Equal(shortened, DiscordText.Shorten(text, limit));

    [Fact]
    public void Shortens_correctly_to_every_limit()
    {
        var text = DiscordText.Escape("*Rates* @everyone 👨‍👩‍👧 [x](https://ex.org) ارتفاع أسعار e\u0301e\u0301 👍👍 利率再次上升了 `c`");
        for (var limit = 0; limit <= text.Length + 1; limit++)
        {
            var shortened = DiscordText.Shorten(text, limit);
            var backslashes = shortened.TrimEnd('…').Reverse().TakeWhile(character => character == '\\').Count();

            Assert.True(shortened.Length <= limit);
            Assert.True(backslashes % 2 == 0, shortened);
            Assert.DoesNotContain('\uFFFD', shortened.EnumerateRunes().Select(rune => (char)rune.Value));
        }
    }

    [Fact]
    public void Escaped_title_of_300_characters_fits_an_embed()
    {
        var title = string.Concat(Enumerable.Repeat("Zentralbank *erhöht* ", 15));
        var shortened = DiscordText.Shorten(DiscordText.Escape(title), DiscordLimits.EmbedTitle);
        Assert.InRange(shortened.Length, 230, DiscordLimits.EmbedTitle);
        Assert.EndsWith("…", shortened, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://ex.org/a (b)?q=x y", "[Read](https://ex.org/a%20%28b%29?q=x%20y)")]
    [InlineData("http://ex.org", "[Read](http://ex.org/)")]
    [InlineData("javascript:alert(1)", "Read")]
    [InlineData("file:///etc/passwd", "Read")]
    [InlineData("https://bank.example@evil.example/", "Read")]
    public void Links_only_http_and_https(string url, string expected) =>
        Assert.Equal(expected, DiscordText.Link("Read", new Uri(url)));

    [Fact]
    public void Relative_address_is_not_linkable() => Assert.False(DiscordText.IsLinkable(new Uri("/a", UriKind.Relative)));

    [Fact]
    public void Timestamp_is_relative() =>
        Assert.Equal("<t:1754400000:R>", DiscordText.Relative(DateTimeOffset.FromUnixTimeSeconds(1754400000)));
}
