using System.Runtime.CompilerServices;
using System.Text;
using News.Rules;
using Shared;

namespace News.Tests.Rules;

public class RuleFieldsTests
{
    static readonly (string Name, string[] Texts)[] Wrong =
    [
        ("topics", ["!", new string('x', 101)]),
        ("providers", ["\"́\"", new string('x', 101)]),
        ("not-providers", ["\"́\""]),
        ("words", ["\" \"", "/(/", "/a{2,1}/", "\"́\"", new string('x', 101), "/" + new string('x', 200) + "/", "/(/, /[/, ok"]),
        ("not-words", ["/[/"]),
        ("types", ["\" \"", new string('x', 101), string.Join(", ", Enumerable.Range(0, 101))]),
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
        ("silent", ["maybe"]),
        ("thread", ["2"]),
        ("ping-role", [new string('x', 101)]),
        ("ping-outlets", ["all", "0"]),
        ("ping-heat", ["hot", "-1"]),
        ("ping-cool-down", ["never", "8 days"]),
        ("withdrawn", ["deleet", "hide"]),
        ("language", ["english", "no", "pt-BR"]),
    ];

    [Fact]
    public void Each_wrong_value_is_told_with_what_to_write()
    {
        var told = new StringBuilder();
        foreach (var (name, texts) in Wrong)
        {
            foreach (var text in texts)
            {
                Assert.Null(RuleFields.Of(name)!.Read(ChannelRules.Default, text, out var error));
                told.Append(error).Append('\n');
            }
        }

        Approved.Text(told.ToString(), "errors.txt");
    }

    [Fact]
    public void Each_rule_has_its_wrong_values() => Assert.Equal(RuleFields.All.Select(field => field.Name), Wrong.Select(wrong => wrong.Name));

    [Fact]
    public void Each_example_can_be_written() => Assert.All(RuleFields.All, field =>
    {
        Assert.NotNull(field.Read(ChannelRules.Default, field.Example, out var error));
        Assert.Empty(error);
        Assert.All(field.Choices, choice => Assert.NotNull(field.Read(ChannelRules.Default, choice.Text, out _)));
    });

    [Fact]
    public void A_list_is_no_longer_than_a_form_takes()
    {
        var words = string.Join(", ", Enumerable.Range(0, 80).Select(number => $"{number:000}{new string('x', 60)}"));

        Assert.Null(RuleFields.Of("words")!.Read(ChannelRules.Default, words, out var error));
        Assert.Equal("words is 5198 characters long; 4000 are allowed. Take some entries out.", error);
    }

    [Fact]
    public void The_table_is_the_approved_one() => Approved.Text(RuleFields.Table(), "rules.md");

    [Fact]
    public void The_README_has_the_table() =>
        Assert.Contains(RuleFields.Table().TrimEnd('\n'), File.ReadAllText(Path.Join(Folder(), "../../../README.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);

    static string Folder([CallerFilePath] string test = "") => Path.GetDirectoryName(test)!;
}
