using System.Text;
using CsCheck;
using Desk.Channels;
using Shared;

namespace Desk.Tests.Channels;

public class PresetsFileTests
{
    static readonly string[] Mistakes =
    [
        "", "hello", "presets:", "presets: all", "presets: []\nversion: 1", "preset:\n  - preset: A",
        "channels:\n  - channel: \"1\"\n    mode: daily",
        "presets:\n  - mode: daily", "presets:\n  - prest: A", "presets:\n  - preset:", "presets:\n  - preset: [A]",
        "presets:\n  - News", "presets:\n  - preset: News\n  - preset: NEWS", "presets:\n  - preset: \"a\\nb\"",
        $"presets:\n  - preset: {new string('x', 300)}", "presets:\n  - preset: \"\\uD800\"",
        "presets:\n  - preset: <@&1> *b*\n    mod: daily",
        "presets:\n  - preset: A\n    least-outlets: lots\n    silent: [yes]\n    quiet: night", "presets:\n\t- preset: A", "presets: [",
        "presets:\n" + string.Concat(Enumerable.Range(0, 21).Select(number => $"  - preset: {number}\n")),
        "a: &a [x, x]\nb: &b [*a, *a]\npresets: [*b, *b]", new string('#', 300_000),
        $"presets:\n  - preset: A\n    words: [{string.Join(", ", Enumerable.Range(0, 100).Select(number => $"/{number}/"))}]\n"
            + "    not-words: [/a/]\n",
    ];

    [Fact]
    public void Any_presets_survive_writing_and_reading() => AnyRules.Whole.List[0, 4].Sample(rules =>
    {
        var presets = rules.Select((one, number) => new Preset($"Preset {number}: *a* #b \"c\"", one)).ToList();

        var reading = PresetsFile.Read(PresetsFile.Write(presets), "presets.yaml");

        Assert.Empty(reading.Problems);
        Assert.Equal(presets, reading.Entries);
    }, iter: 1000, threads: 1);

    [Fact]
    public void Every_rule_survives_writing_and_reading() => Assert.All(RuleFields.All, field =>
    {
        var preset = new Preset("One", field.Read(ChannelRules.Default, field.Example, out _)!);

        var reading = PresetsFile.Read(PresetsFile.Write([preset]), "presets.yaml");

        Assert.Equal([preset], reading.Entries);
        Assert.Empty(reading.Problems);
    });

    [Fact]
    public void File_is_the_approved_one() => Approved.Text(PresetsFile.Write(
    [
        Preset.BuiltIn[1],
        new("Évening: \"news\"", new()
        {
            Mode = PostingMode.Daily, DigestAt = new(18, 30), Pings = [new() { Role = "Editors", Outlets = 5 }],
        }),
    ]), "presets.yaml");

    [Fact]
    public void Each_mistake_gets_an_error_with_its_place_and_what_to_write()
    {
        var told = new StringBuilder();
        foreach (var mistake in Mistakes)
        {
            told.Append(mistake.Length <= 120 ? mistake : mistake[..60] + " (and so on)").Append('\n');
            foreach (var problem in PresetsFile.Read(mistake, "presets.yaml").Problems)
                told.Append("  ").Append(problem).Append('\n');
            told.Append('\n');
        }

        Approved.Text(told.ToString(), "preset-mistakes.txt");
    }
}
