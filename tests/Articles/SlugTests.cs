using CsCheck;

namespace Articles.Tests;

public class SlugTests
{
    [Theory]
    [InlineData("Power grids", "power-grids")]
    [InlineData("  Weather, and: tides! ", "weather-and-tides")]
    [InlineData("Wi-Fi", "wi-fi")]
    [InlineData("O'Brien’s", "o-brien-s")]
    [InlineData("ASP.NET", "asp-net")]
    [InlineData("St. Annick", "st-annick")]
    [InlineData("Γλάρος", "γλάρος")]
    [InlineData("C#", "c#")]
    [InlineData("C ++", "c++")]
    [InlineData("R & D", "r&d")]
    [InlineData(".NET", ".net")]
    [InlineData("⚽", "⚽")]
    [InlineData("\u2764\uFE0F", "\u2764")]
    [InlineData("5\uFE0F\u20E3", "5\u20E3")]
    [InlineData(" - – / ", "")]
    [InlineData("\uD800", "")]
    public void Slug_keeps_what_tells_names_apart(string name, string slug)
    {
        Assert.Equal(slug, Topic.SlugOf(name));
        Assert.Equal(slug, Topic.SlugOf(slug));
    }

    [Fact]
    public void Slug_is_its_own_slug() =>
        Gen.OneOf(Gen.OneOf(" ", ".", "-", "#", "&", "a", "B", "\uFE0F", "\u20E3", "\u0301", "⚽", "'", "I"), Gen.String[1, 2]).List[0, 8]
            .Select(string.Concat)
            .Sample(name => Assert.Equal(Topic.SlugOf(name), Topic.SlugOf(Topic.SlugOf(name))), iter: 20_000);

    [Theory]
    [InlineData("C", "C#", "C++", "C*", "C&", "C$", "C%", "C@")]
    [InlineData("NET", ".NET", "NET+")]
    [InlineData("⚽", "🏀", "⚽⚽", "🏴\U000E0067\U000E0062\U000E007F", "🏴", "🇩🇪", "🇫🇷")]
    [InlineData("Disney", "Disney+", "Disney ⭐")]
    [InlineData("€", "$", "€$")]
    public void Names_that_differ_in_symbols_differ(params string[] names) =>
        Assert.Equal(names.Length, names.Select(Topic.SlugOf).Distinct().Count());

    [Theory]
    [InlineData("C++: a memoir", "c-a-memoir")]
    [InlineData("⚽ \"Goal\"?", "goal")]
    [InlineData("⚽", "")]
    public void File_name_has_letters_and_digits_only(string title, string slug) => Assert.Equal(slug, Slug.OfWords(title));
}
