using CsCheck;
using Desk.Channels;
using Shared;

namespace Desk.Tests.Channels;

public class ChannelsFileTests
{
    static readonly string[] Pieces =
    [
        "channels:", "\n", "\n  ", "\n    ", "- ", "channel: ", "\"1\"", "words: ", "[", "]", "{", "}", ", ", "*a", "&a ", "!!str ",
        "mode: ", "daily", "quiet: ", "22:00-07:00", "/(/", "~", "'", "\"", "#", "|", ">", "---", "...", "?", ": ", "\t", "\\x",
        "%YAML 9", "\u2028", "\uFEFF",
    ];

    [Fact]
    public void Any_entries_survive_writing_and_reading() => AnyRules.Entries.Sample(entries =>
    {
        var reading = ChannelsFile.Read(ChannelsFile.Write(entries), "channels.yaml");

        Assert.Empty(reading.Problems);
        Assert.Equal(entries.Select(entry => entry with { Name = null }), reading.Entries);
        Assert.Equal(reading.Entries.Count, reading.Places.Count);
    }, iter: 2000, threads: 1);

    [Fact]
    public void Any_text_is_read_with_bounded_work_and_without_an_exception() =>
        Gen.OneOf(
            Gen.String,
            Gen.OneOf(Pieces).Array[0, 60].Select(string.Concat),
            Gen.Select(AnyRules.Entries, Gen.Int[0, 3000], Gen.OneOf(Pieces)).Select(Broken)).Sample(
            text => Assert.InRange(ChannelsFileMistakesTests.Work(text).Allocated, 0, ChannelsFileMistakesTests.MostAllocated),
            iter: 5000,
            threads: 1);

    [Fact]
    public void File_is_the_approved_one() => Approved.Text(ChannelsFile.Write(
    [
        new("234567890123456789", "news", ChannelRules.Default),
        new("345678901234567890", "harbour # 🚢", new()
        {
            Topics = ["harbour", "ferries"],
            Words = [Word("flood"), Word("no"), Word("/evacuat(e|ion)s?\\b/")],
            NotWords = [Word("22:00"), Word("#quiz"), Word("it's \"live\"")],
            LeastOutlets = 3, Mode = PostingMode.Daily, DigestAt = new(18, 30), TimeZone = "Europe/Berlin",
            Quiet = new(new(22, 0), new(7, 0)),
            HoldBack = TimeSpan.FromMinutes(10), Silent = true, Language = "de",
            Tags = [new("storms", "Weather"), new("storms", "Urgent"), new("c#", "Code: C#")],
            Pings = [new() { Role = "456789012345678901", Outlets = 5 }, new() { Role = "Weather", Topics = ["storms", "rail"] }],
        }),
        new(
            "567890123456789012",
            null,
            new()
            {
                Providers = [.. Enumerable.Range(1, 8).Select(number => $"outlet{number}.example")],
                Withdrawn = WithdrawnStories.Delete,
            }),
    ]), "channels.yaml");

    [Fact]
    public void No_channels_are_an_empty_list()
    {
        var reading = ChannelsFile.Read(ChannelsFile.Write([]), "channels.yaml");

        Assert.Empty(reading.Entries);
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void Other_ways_of_writing_are_read_too()
    {
        var reading = ChannelsFile.Read("""
            channels:
              - channel: 1
                topics: Energy, Rail
                silent: true
                quiet: 22 to 7
              - {channel: 2, words: ["flood, storm"], mode: Daily}
              - channel: "3"
                words:
            """, "channels.yaml");

        Assert.Empty(reading.Problems);
        Assert.Equal(
            [
                new("1", null, new() { Topics = ["energy", "rail"], Silent = true, Quiet = new(new(22, 0), new(7, 0)) }),
                new("2", null, new() { Words = [Word("flood, storm")], Mode = PostingMode.Daily }),
                new("3", null, ChannelRules.Default),
            ],
            reading.Entries);
    }

    [Fact]
    public void Tags_are_written_by_hand_as_topics_with_their_tags()
    {
        var reading = ChannelsFile.Read("""
            channels:
              - channel: "1"
                tags:
                  Storms: Weather
                  Power Grids: [Energy, Grid]
              - channel: "2"
                tags: [Weather]
            """, "channels.yaml");

        Assert.Equal(
            [new("storms", "Weather"), new("power-grids", "Energy"), new("power-grids", "Grid")],
            Assert.Single(reading.Entries).Rules.Tags);
        Assert.Equal(
            "channels.yaml:7:11: tags is a list, not names with values. Write one on each line below it, such as storms: Weather",
            Assert.Single(reading.Problems).ToString());
    }

    [Fact]
    public void Entry_with_an_error_is_left_out_and_the_others_are_read()
    {
        var reading = ChannelsFile.Read("channels:\n  - channel: \"1\"\n    mode: dayly\n  - channel: \"2\"\n", "channels.yaml");

        Assert.Equal(["2"], reading.Entries.Select(entry => entry.Channel));
        Assert.Equal(new(4, 14), Assert.Single(reading.Places));
        Assert.Equal(
            "channels.yaml:3:11: mode \"dayly\" is not one of its values. Did you mean daily?",
            Assert.Single(reading.Problems).ToString());
    }

    static WordPattern Word(string text) => WordPattern.Parse(text, out _)!;

    static string Broken(IReadOnlyList<ChannelEntry> entries, int at, string piece) =>
        ChannelsFile.Write(entries) is var file && at < file.Length ? file.Insert(at, piece) : file + piece;
}
