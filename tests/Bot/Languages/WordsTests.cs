using System.Reflection;
using Bot.Cards;
using Bot.Commands;
using Bot.Languages;
using Discord;
using News.Rules;

namespace Bot.Tests.Languages;

public class WordsTests
{
    /// <summary>What another language writes as English does.</summary>
    static readonly string[] SameAsInEnglish = ["de Pick", "es Pick", "fr Page", "pt Links", "pt Pick"];

    static readonly IEnumerable<int> Counts = [0, 1, 2, 5, 11, 29, 31, 59, 61, 84, 86, 1000];

    public static TheoryData<string> Languages => [.. Language.All.Select(language => language.Code)];

    public static TheoryData<string> OtherLanguages => [.. Language.All.Skip(1).Select(language => language.Code)];

    [Fact]
    public void Each_language_has_a_table_of_its_own() =>
        Assert.Equal(Language.All.Count, Language.All.Select(language => Words.Of(language.Code)).Distinct().Count());

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_table_says_every_word(string language) =>
        Assert.All(Phrases(), phrase => Assert.All(Said(phrase, language), text => Assert.False(string.IsNullOrWhiteSpace(text), phrase.Name)));

    [Fact]
    public void No_word_was_left_in_English() => Assert.Equal(
        SameAsInEnglish,
        Language.All.Skip(1).SelectMany(language => Phrases().Where(phrase => Said(phrase, language.Code).Intersect(Said(phrase, "en")).Any()).Select(phrase => $"{language.Code} {phrase.Name}")).Order());

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public async Task Each_table_describes_the_commands_that_everybody_may_use(string language)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var specs = newsroom.Get<CommandCatalog>().Specs.Where(spec => spec.DefaultMemberPermissions is null).ToList();

        var described = Words.Of(language).Commands;

        Assert.Equivalent(specs.SelectMany(spec => (string[])[spec.Name, .. (spec.Options ?? []).Select(option => $"{spec.Name} {option.Name}")]), described.Keys);
        Assert.All(described.Values, text => Assert.InRange(text.Length, 1, DiscordLimits.Description));
        Assert.All(specs, spec => Assert.Equal(described[spec.Name], spec.DescriptionLocalizations![Words.Of(language).Locale]));
    }

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void Each_table_names_the_rules_that_members_set_and_their_values(string language)
    {
        var words = Words.Of(language).Answers;
        var fields = RuleForms.MemberFields;

        Assert.Equal(fields.Select(field => field.Name).Order(), words.Rules.Keys.Order());
        Assert.Equal(fields.SelectMany(field => field.Choices).Select(choice => choice.Text).Order(), words.Values.Keys.Order());
        Assert.All(RuleForms.OfMember.Questions(ChannelRules.Default, words), question => Assert.InRange(question.Text.Length, 1, DiscordLimits.LabelText));
        Assert.All(words.Rules.Values, rule => Assert.InRange(rule.Help.Length, 1, DiscordLimits.LabelDescription));
    }

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
        Assert.Equal($"3 {outlets}", Words.Of(language).Cards.Outlets(3));

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_longest_words_fit_where_they_stand(string language)
    {
        var (words, answers) = (Words.Of(language).Cards, Words.Of(language).Answers);
        var outlet = new string('m', 28);
        string[] labels =
        [
            words.AllCoverage(10_000), words.Read(outlet), words.Read(""), words.Follow, words.StopFollowing, words.Pick(string.Join(" & ", words.First, words.Best, words.Latest), outlet),
            $"◀ {answers.Back}", $"{answers.More} ▶", $"{answers.Times} …", answers.TryAgain,
        ];

        Assert.All(labels, label => Assert.InRange(label.Length, 1, DiscordLimits.ButtonLabel));
        Assert.All((string[])[words.OpenStory, answers.FollowItsTopics, answers.TopicsToFollow, answers.StopAStory], text => Assert.InRange(text.Length, 1, DiscordLimits.SelectPlaceholder));
        Assert.InRange(answers.Times.Length, 1, DiscordLimits.ModalTitle);
        Assert.InRange(words.AndMore(10_000).Length, 1, CoverageList.MoreLength);
        Assert.InRange(DigestMessage.Rest(DiscordLimits.SelectOptions + 10_000, words)!.Length, 1, DigestMessage.RestLength);
    }

    static IEnumerable<PropertyInfo> Phrases() => ((Type[])[typeof(CardWords), typeof(AnswerWords)])
        .SelectMany(table => table.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        .Where(phrase => phrase.Name is not (nameof(AnswerWords.Rules) or nameof(AnswerWords.Values)));

    static IEnumerable<string> Said(PropertyInfo phrase, string language)
    {
        var words = Words.Of(language);
        return phrase.GetValue(phrase.DeclaringType == typeof(CardWords) ? words.Cards : words.Answers) switch
        {
            string text => [text],
            Func<int, string> of => Counts.Select(of),
            Func<int, int, string> of => Counts.Select(count => of(count, count + 1)),
            Func<int, int, int, string> of => [of(6, 10, 31)],
            Func<string, string> of => [of("video")],
            Func<string, int, string> of => [of("The Lantern", 0), of("The Lantern", 2)],
            Func<string, string, string> of => [of("video", "The Lantern")],
            Func<string, string, string, string> of => [of("It is wrong.", "Quiet", "22:00-07:00")],
            var other => throw new InvalidOperationException($"{phrase.Name} is a {other?.GetType()}: say here how it is asked for its words."),
        };
    }
}
