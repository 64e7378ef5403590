using System.Reflection;
using Bot.Cards;
using Discord;
using News.Rules;

namespace Bot.Tests.Cards;

public class CardWordsTests
{
    /// <summary>What another language writes as English does.</summary>
    static readonly string[] SameAsInEnglish = ["de Pick", "es Pick", "pt Links", "pt Pick"];

    static readonly IEnumerable<int> Counts = [0, 1, 2, 5, 11, 29, 31, 59, 61, 84, 86, 1000];

    public static TheoryData<string> Languages => [.. Language.All.Select(language => language.Code)];

    [Fact]
    public void Each_language_has_a_table_of_its_own() =>
        Assert.Equal(Language.All.Count, Language.All.Select(language => CardWords.Of(language.Code)).Distinct().Count());

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_table_says_every_word(string language) =>
        Assert.All(Phrases(), phrase => Assert.All(Said(phrase, language), text => Assert.False(string.IsNullOrWhiteSpace(text), phrase.Name)));

    [Fact]
    public void No_word_was_left_in_English() => Assert.Equal(
        SameAsInEnglish,
        Language.All.Skip(1).SelectMany(language => Phrases().Where(phrase => Said(phrase, language.Code).Intersect(Said(phrase, "en")).Any()).Select(phrase => $"{language.Code} {phrase.Name}")).Order());

    /// <summary>What a reader's Discord says, and what a channel of an older database may say.</summary>
    [Theory]
    [InlineData("de", "Medien")]
    [InlineData("en-GB", "outlets")]
    [InlineData("es-419", "medios")]
    [InlineData("es-ES", "medios")]
    [InlineData("fr", "médias")]
    [InlineData("pt-BR", "veículos")]
    [InlineData("no", "outlets")]
    [InlineData("zh-CN", "outlets")]
    [InlineData("", "outlets")]
    public void A_language_is_known_by_its_first_letters_and_else_is_English(string language, string outlets) =>
        Assert.Equal($"3 {outlets}", CardWords.Of(language).Outlets(3));

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_longest_words_fit_where_they_stand(string language)
    {
        var words = CardWords.Of(language);
        var outlet = new string('m', 28);
        string[] labels = [words.AllCoverage(10_000), words.Read(outlet), words.Read(""), words.Follow, words.StopFollowing, words.Pick(string.Join(" & ", words.First, words.Best, words.Latest), outlet), $"◀ {words.Back}", $"{words.More} ▶"];

        Assert.All(labels, label => Assert.InRange(label.Length, 1, DiscordLimits.ButtonLabel));
        Assert.InRange(words.OpenStory.Length, 1, DiscordLimits.SelectPlaceholder);
        Assert.InRange(words.AndMore(10_000).Length, 1, CoverageList.MoreLength);
        Assert.InRange(DigestMessage.Rest(DiscordLimits.SelectOptions + 10_000, words)!.Length, 1, DigestMessage.RestLength);
    }

    static PropertyInfo[] Phrases() => typeof(CardWords).GetProperties(BindingFlags.Public | BindingFlags.Instance);

    static IEnumerable<string> Said(PropertyInfo phrase, string language) => phrase.GetValue(CardWords.Of(language)) switch
    {
        string text => [text],
        Func<int, string> of => Counts.Select(of),
        Func<int, int, string> of => Counts.Select(count => of(count, count + 1)),
        Func<int, int, int, string> of => [of(6, 10, 31)],
        Func<string, string> of => [of("video")],
        Func<string, int, string> of => [of("The Lantern", 0), of("The Lantern", 2)],
        Func<string, string, string> of => [of("video", "The Lantern")],
        var other => throw new InvalidOperationException($"{phrase.Name} is a {other?.GetType()}: say here how it is asked for its words."),
    };
}
