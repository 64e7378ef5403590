using CsCheck;
using Desk.Channels;

namespace Desk.Tests.Channels;

public class PresetTests
{
    /// <summary>Of a menu of the chat service.</summary>
    const int MostOptions = 25;

    [Fact]
    public void Every_server_has_a_few_that_fit_into_one_menu_with_its_own()
    {
        Assert.Equal(
            ["Everything", "Front page", "Quiet headlines", "Daily digest", "Weekly newsletter"],
            Preset.BuiltIn.Select(preset => preset.Name));
        Assert.InRange(Preset.BuiltIn.Count + Preset.MostOfServer, 1, MostOptions);
        Assert.All(Preset.BuiltIn, preset => Assert.True((preset with { Name = preset.Name.ToUpperInvariant() }).IsBuiltIn));
    }

    [Fact]
    public void Any_channel_gets_the_rules_of_the_preset_and_keeps_what_belongs_to_it() =>
        Gen.Select(AnyRules.Whole, AnyRules.Whole).Sample((channel, rules) =>
        {
            var applied = new Preset("Any", rules).On(channel);

            foreach (var field in RuleFields.All)
            {
                var from = field.StaysWithChannel && field.IsDefault(rules) ? channel : rules;
                Assert.Equal((field.Name, field.Write(from)), (field.Name, field.Write(applied)));
            }
        }, iter: 1000, threads: 1);

    [Fact]
    public void What_belongs_to_a_channel_is_saved_only_if_it_is_asked_for() => AnyRules.Whole.Sample(channel =>
    {
        var rules = Preset.RulesFrom(channel, ["topics", "language"]);

        foreach (var field in RuleFields.All)
        {
            var isLeftOut = field.StaysWithChannel && field.Name is not ("topics" or "language");
            Assert.Equal((field.Name, field.Write(isLeftOut ? ChannelRules.Default : channel)), (field.Name, field.Write(rules)));
        }
    }, iter: 1000, threads: 1);

    [Theory]
    [InlineData(" Breaking news ", "Breaking news")]
    [InlineData("*@everyone* <#1> `x`", "*@everyone* <#1> `x`")]
    [InlineData("👩‍👩‍👧 東京", "👩‍👩‍👧 東京")]
    public void Name_is_what_people_see_on_one_line(string text, string name)
    {
        Assert.Equal(name, Preset.ReadName(text, out var error));
        Assert.Equal("", error);
    }

    [Theory]
    [InlineData("", "is empty. Write one, such as Breaking news.")]
    [InlineData(" \n ", "is empty. Write one, such as Breaking news.")]
    [InlineData("\u200D", "is empty. Write one, such as Breaking news.")]
    [InlineData("a\nb", "\"a\\nb\" has a line break or a hidden character. Write only what can be seen, on one line.")]
    [InlineData("a\u202Eb", "\"a\\u202Eb\" has a line break or a hidden character. Write only what can be seen, on one line.")]
    [InlineData("a\u200Bb", "\"a\u200Bb\" has a line break or a hidden character. Write only what can be seen, on one line.")]
    public void Text_that_is_no_name_is_refused(string text, string error)
    {
        Assert.Null(Preset.ReadName(text, out var told));
        Assert.Equal(error, told);
    }

    [Fact]
    public void Name_has_a_limit()
    {
        Assert.NotNull(Preset.ReadName(new string('x', 50), out _));
        Assert.Null(Preset.ReadName(new string('x', 300), out var error));
        Assert.Equal("is longer than 50 characters. Shorten it.", error);
    }

    [Fact]
    public void Half_of_a_pair_of_characters_is_no_name() => Assert.Null(Preset.ReadName("a\uD800", out _));

    [Fact]
    public void Version_tells_other_names_rules_and_numbers_of_presets_apart()
    {
        var silent = new Preset("News", new() { Silent = true });
        long[] versions =
        [
            Preset.VersionOf(),
            Preset.VersionOf(silent),
            Preset.VersionOf(silent with { Name = "news" }),
            Preset.VersionOf(silent with { Rules = ChannelRules.Default }),
            Preset.VersionOf(silent, silent),
        ];

        Assert.Equal(0, versions[0]);
        Assert.Equal(versions.Length, versions.Distinct().Count());
        Assert.Equal(versions[1], Preset.VersionOf(new Preset("News", new() { Silent = true })));
    }
}
