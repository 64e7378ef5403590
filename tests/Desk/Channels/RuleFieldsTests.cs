using System.Text;
using Desk.Channels;
using Shared;

namespace Desk.Tests.Channels;

public class RuleFieldsTests
{
    static readonly (string Name, string[] Texts)[] Invalid =
    [
        ("topics", ["!", new string('x', 101)]),
        ("providers", ["\"́\"", new string('x', 101)]),
        ("not-providers", ["\"́\""]),
        (
            "words",
            ["\" \"", "/(/", "/a{2,1}/", "\"́\"", new string('x', 101), "/" + new string('x', 200) + "/", "/(/, /[/, ok"]),
        ("not-words", ["/[/"]),
        ("types", ["\" \"", new string('x', 101), string.Join(", ", Enumerable.Range(0, 101))]),
        ("max-age", ["old", "1 minute", "200000 days"]),
        ("least-quality", ["high", "-1", "1000001", "50.5"]),
        ("least-heat", ["hot", "-1"]),
        ("least-outlets", ["three", "0", "1001"]),
        ("mode", ["dayly", "sometimes"]),
        ("digest-at", ["24:00", "9am"]),
        ("digest-on", ["mondai", "tomorrow"]),
        ("time-zone", ["berlin", "Berlln", "new york", "Europe/Berlln", "Middle Earth"]),
        ("quiet", ["night", "22:00", "22:00-22:00", "22:00-25:00"]),
        ("most-per-hour", ["few", "0"]),
        ("hold-back", ["a while", "10", "2 days"]),
        ("too-old-after", ["soon", "1 minute", "31 days"]),
        ("flood-limit", ["many", "-1", "1001"]),
        ("layout", ["ful", "huge"]),
        ("pictures", ["smal", "yes"]),
        ("coverage-rows", ["all", "-1", "6"]),
        ("color", ["blue", "#12345", "#12345g", "0x123456"]),
        ("excerpt", ["perhaps"]),
        ("buttons", ["3"]),
        ("silent", ["maybe"]),
        ("thread", ["2"]),
        (
            "pings",
            [
                "Editors", "outlets: 5", "role: ", $"role: {new string('x', 101)}", "role: Editors; outlets: all",
                "role: Editors; heat: -1", "\"role: Editors; topics: !, rail\"", "role: Editors; color: red",
                string.Join(", ", Enumerable.Range(0, 11).Select(role => $"role: {role}")),
            ]),
        ("ping-cool-down", ["never", "8 days"]),
        ("tags", ["Weather", "storms:", "!: Weather", $"storms: {new string('x', 21)}"]),
        ("withdrawn", ["deleet", "hide"]),
        ("language", ["english", "no", "pt-BR"]),
    ];

    [Fact]
    public void Each_invalid_value_gets_an_error_that_says_what_to_write()
    {
        var errors = new StringBuilder();
        foreach (var (name, texts) in Invalid)
        {
            foreach (var text in texts)
            {
                Assert.Null(RuleFields.All.Of(name)!.Read(ChannelRules.Default, text, out var error));
                errors.Append($"{name} {error}\n");
            }
        }

        Approved.Text(errors.ToString(), "errors.txt");
    }

    [Fact]
    public void Each_rule_has_invalid_values_here() =>
        Assert.Equal(RuleFields.All.Select(field => field.Name), Invalid.Select(invalid => invalid.Name));

    [Fact]
    public void Each_example_and_choice_is_valid() => Assert.All(RuleFields.All, field =>
    {
        Assert.NotNull(field.Read(ChannelRules.Default, field.Example, out var error));
        Assert.Empty(error);
        Assert.All(field.Choices, choice => Assert.NotNull(field.Read(ChannelRules.Default, choice.Text, out _)));
    });

    [Fact]
    public void List_is_no_longer_than_a_form_accepts()
    {
        var words = string.Join(", ", Enumerable.Range(0, 80).Select(number => $"{number:000}{new string('x', 60)}"));

        Assert.Null(RuleFields.All.Of("words")!.Read(ChannelRules.Default, words, out var error));
        Assert.Equal("is 5198 characters long; the limit is 4000. Remove some entries.", error);
    }

    [Fact]
    public void Labels_and_help_fit_into_a_form()
    {
        Assert.All(RuleFields.All, field => Assert.InRange(field.Label.Length, 1, 45));
        Assert.All(RuleFields.All, field => Assert.InRange(field.Help.Length, 1, 100));
        Assert.Equal(RuleFields.All.Count, RuleFields.All.Select(field => field.Label).Distinct().Count());
    }

    /// <summary>After a change of the rules, run the tests once with WRITE_DOCS=1.</summary>
    [Fact]
    public void Document_says_what_the_rules_say()
    {
        var path = Path.Combine(Checkout.Root, "docs", "rules.md");
        var expected = RulesDocument.Write(RuleFields.All);
        if (Environment.GetEnvironmentVariable("WRITE_DOCS") == "1")
            File.WriteAllText(path, expected);

        Assert.Equal(expected, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }
}
