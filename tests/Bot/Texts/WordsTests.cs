using System.Reflection;
using Bot.Cards;
using Bot.Commands;
using Bot.Commands.Rules;
using Bot.Texts;
using Desk.Channels;
using Discord.Models;

namespace Bot.Tests.Texts;

public class WordsTests
{
    /// <summary>Texts that are the same in English.</summary>
    static readonly string[] SameAsInEnglish = ["fr Articles", "fr Page", "pt Links"];

    static readonly IEnumerable<int> Counts = [0, 1, 2, 5, 11, 29, 31, 59, 61, 84, 86, 1000];

    public static TheoryData<string> Languages => [.. Language.All.Select(language => language.Code)];

    public static TheoryData<string> OtherLanguages => [.. Language.All.Skip(1).Select(language => language.Code)];

    [Fact]
    public void Each_language_has_its_own_table() =>
        Assert.Equal(Language.All.Count, Language.All.Select(language => BotTexts.Of(language.Code)).Distinct().Count());

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_table_has_every_text(string language) =>
        Assert.All(
            Phrases(),
            phrase => Assert.All(Said(phrase, language), text => Assert.False(string.IsNullOrWhiteSpace(text), phrase.Name)));

    [Fact]
    public void No_text_is_left_in_English() => Assert.Equal(
        SameAsInEnglish,
        Language.All.Skip(1).SelectMany(language => Phrases()
            .Where(phrase => Said(phrase, language.Code).Intersect(Said(phrase, "en")).Any())
            .Select(phrase => $"{language.Code} {phrase.Name}")).Order());

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public async Task Each_table_describes_the_commands_for_members(string language)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var specs = newsroom.Get<CommandCatalog>().Specs.Where(spec => spec.DefaultMemberPermissions is null).ToList();

        var described = BotTexts.Of(language).Commands;

        Assert.Equivalent(
            specs.SelectMany(spec => (string[])[spec.Name, .. (spec.Options ?? []).Select(option => $"{spec.Name} {option.Name}")]),
            described.Keys);
        Assert.All(described.Values, text => Assert.InRange(text.Length, 1, DiscordLimits.Description));
        Assert.All(specs, spec => Assert.Equal(described[spec.Name], Localizations(spec)![BotTexts.Of(language).Locale]));

        // What is in a menu has a name and no description.
        static IReadOnlyDictionary<string, string>? Localizations(ApplicationCommand spec) =>
            spec.Type is ApplicationCommandType.Message ? spec.NameLocalizations : spec.DescriptionLocalizations;
    }

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void Each_table_names_the_rules_for_members_and_their_values(string language)
    {
        var words = BotTexts.Of(language).Answers;
        var forms = RuleForms.ForMembers(RuleFields.All);
        var fields = forms.Fields;

        Assert.Equal(forms.All.Select(form => form.Section.Name), words.Sections.Keys);
        Assert.Equal(fields.Select(field => field.Name).Order(), words.Rules.Keys.Order());
        Assert.Equal(fields.SelectMany(field => field.Choices).Select(choice => choice.Text).Order(), words.Values.Keys.Order());
        Assert.All(
            forms.All.SelectMany(form => form.Open(new("test"), ChannelRules.Default, words).Questions),
            question => Assert.InRange(question.Text.Length, 1, DiscordLimits.LabelText));
        Assert.All(forms.All, form => Assert.InRange(form.Title(words).Length, 1, DiscordLimits.ModalTitle));
        Assert.All(words.Rules.Values, rule => Assert.InRange(rule.Help.Length, 1, DiscordLimits.LabelDescription));
    }

    /// <summary>The locale of a person's Discord, or the language of a channel in an older database.</summary>
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
    public void Unknown_language_is_English(string language, string outlets) =>
        Assert.Equal($"3 {outlets}", BotTexts.Of(language).Cards.Outlets(3));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Longest_texts_fit_into_their_places(string language)
    {
        var (words, answers, reading) = (BotTexts.Of(language).Cards, BotTexts.Of(language).Answers, BotTexts.Of(language).Reading);
        string[] labels =
        [
            words.CoverageButton(10_000), words.Read, words.Follow, words.StopFollowing,
            $"◀ {answers.Back}", $"{answers.More} ▶", answers.TryAgain,
            .. RuleForms.ForMembers(RuleFields.All).All.Select(form => $"{form.Title(answers)} …"),
            reading.Delete, reading.Anonymize, reading.Cancel,
        ];

        Assert.All(labels, label => Assert.InRange(label.Length, 1, DiscordLimits.ButtonLabel));
        Assert.All(
            (string[])[words.OpenStory, answers.FollowItsTopics, answers.TopicsToFollow, answers.StopAStory, reading.ChooseStory],
            text => Assert.InRange(text.Length, 1, DiscordLimits.SelectPlaceholder));
        var rest = DigestMessage.Rest(DiscordLimits.SelectOptions + 10_000, DigestMessage.MostStories, words)!;
        Assert.InRange(rest.Length, 1, DigestMessage.RestLength);
    }

    static IEnumerable<PropertyInfo> Phrases() =>
        ((Type[])[typeof(CardTexts), typeof(AnswerTexts), typeof(ReadingTexts), typeof(ChartTexts)])
        .SelectMany(table => table.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        .Where(phrase => phrase.Name is not (nameof(AnswerTexts.Rules) or nameof(AnswerTexts.Values) or nameof(AnswerTexts.Sections)));

    static IEnumerable<string> Said(PropertyInfo phrase, string language)
    {
        var words = BotTexts.Of(language);
        object table = phrase.DeclaringType == typeof(CardTexts) ? words.Cards
            : phrase.DeclaringType == typeof(ReadingTexts) ? words.Reading
            : phrase.DeclaringType == typeof(ChartTexts) ? words.Charts
            : words.Answers;
        return phrase.GetValue(table) switch
        {
            string text => [text],
            Func<int, string> of => Counts.Select(of),
            Func<int, int, string> of => Counts.Select(count => of(count, count + 1)),
            Func<int, int, int, string> of => [of(6, 10, 31)],
            Func<int, string, string> of => [of(1, "2"), of(6, "10")],
            Func<int, string, string, string> of => [of(6, "10", "31")],
            Func<DateOnly, string> of => [of(new(2026, 11, 24))],
            Func<string, string> of => [of("video")],
            Func<TimeSpan, string> of => [of(TimeSpan.FromMinutes(2)), of(TimeSpan.FromHours(1)), of(TimeSpan.FromDays(2))],
            Func<string, int?, string> of => [of("14:05", null), of("14:05", 6)],
            Func<string, int, string> of => [of("The Lantern", 0), of("The Lantern", 2)],
            Func<string, string, string> of => [of("video", "The Lantern")],
            Func<string, string, string, string> of => [of("It is wrong.", "Quiet", "22:00-07:00")],
            var other => throw new InvalidOperationException(
                $"{phrase.Name} is a {other?.GetType()}: say here how it is asked for its words."),
        };
    }
}
