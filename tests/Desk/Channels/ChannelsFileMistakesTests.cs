using System.Text;
using Articles.Text;
using Desk.Channels;
using Shared;

namespace Desk.Tests.Channels;

public class ChannelsFileMistakesTests
{
    /// <summary>In bytes. A hundred expressions that need much work take most of it; everything else takes less than half.</summary>
    internal const long MostAllocated = 250_000_000;

    const int MostProblems = TextLimits.ProblemsTold + 1;

    static readonly string[] Mistakes =
    [
        "", "  \n", "# only a comment", "hello", "- channel: \"1\"", "chanels:\n  - channel: \"1\"", "version: 1\nchannels: []",
        "channels:", "channels: all", "channels:\n  \"1\":\n    mode: daily",
        "channels:\n  - news", "channels:\n  - mode: daily", "channels:\n  - chanel: \"1\"", "channels:\n  - channel: #news",
        "channels:\n  - channel: [\"1\", \"2\"]",
        "channels:\n  - channel: \"1\"\n  - channel: 1", "channels:\n  - channel: \"1\"\n    mode: daily\n    mode: weekly",
        Rule("least-outlet: 3"), Rule("least_outlets: 3"), Rule("colour: red"), Rule("least-outlets: lots"), Rule("least-outlets: 0"),
        Rule("least-outlets: [3]"), Rule("mode: dayly"), Rule("mode:\n      daily: yes"),
        Rule("silent: maybe"), Rule("quiet: 22:00"), Rule("quiet: 22:00-22:00"), Rule("digest-at: noon"), Rule("time-zone: Berlln"),
        Rule("hold-back: 3 weeks"), Rule("hold-back: 3 days"), Rule("language: english"),
        Rule("words: [flood, \"\", /(/]"),
        Rule("words:\n      - flood\n      -\n      - #news\n      - breaking: storm\n      - [a, b]\n      - /(/"),
        Rule("words: {flood: yes}"), Rule("words: /(/"),
        Rule($"words: [{string.Join(", ", Enumerable.Range(0, 101))}]"),
        Rule($"words: [{string.Join(", ", Enumerable.Range(0, 80).Select(number => $"{number:000}{new string('x', 60)}"))}]"),
        Rule("words: @here"), Rule("words: *all\n    mode: dayly"), Rule("words: &all [flood]"), Rule("words: !urgent"),
        Rule("words: [flood"), Rule("\twords: flood"), Rule("words: flood\n  mode: daily"), "channels: []\n---\nchannels: []",
        Rule("words: [[[[[[a]]]]]]"), new string('#', 300_000), Rule("words: " + new string('[', 6_000)),
        "channels:\n" + string.Concat(Enumerable.Range(0, 501).Select(number => $"  - channel: {number}\n")),
        "channels:\n" + string.Concat(Enumerable.Range(0, 103).Select(number => $"  - channel: {number}\n    mode: x\n"))[..^1],
        "channels:\n" + string.Concat(Enumerable.Range(0, 11).Select(number => $"  - channel: {number}\n    words: [{Hundred}]\n")),
    ];

    static string Hundred => string.Join(", ", Enumerable.Range(0, 100).Select(word => $"/{word}/"));

    public static TheoryData<string, string> Bombs => new()
    {
        { "brackets", Rule("words: " + new string('[', 4_990)) },
        { "closed brackets", Rule("words: [" + string.Concat(Enumerable.Repeat("[],", 4_990)) + "]") },
        { "dashes", Rule("words:\n      " + string.Concat(Enumerable.Repeat("- ", 120_000))) },
        { "questions", string.Concat(Enumerable.Repeat("? ", 120_000)) },
        { "colons", "channels" + string.Concat(Enumerable.Repeat(": ", 120_000)) },
        { "indentation", string.Concat(Enumerable.Range(0, 700).Select(depth => new string(' ', depth) + "a:\n")) },
        { "anchors", "channels:\n" + string.Concat(Enumerable.Range(0, 15_000).Select(number => $"- &n{number} x\n")) },
        { "aliases", "channels:\n" + string.Concat(Enumerable.Range(0, 15_000).Select(number => $"- *n{number}\n")) },
        { "fields", string.Concat(Enumerable.Range(0, 14_000).Select(number => $"chanels{number}: x\n")) },
        { "rules", "channels:\n  - channel: 1\n" + string.Concat(Enumerable.Range(0, 12_000).Select(number => $"    wordz{number}: x\n")) },
        { "the same field", string.Concat(Enumerable.Repeat("channels: x\n", 20_000)) },
        {
            "zones",
            "channels:\n" + string.Concat(Enumerable.Range(0, 499).Select(
                number => $"  - channel: {number}\n    time-zone: America/Argentina/Buenos_Aire{number}\n"))
        },
        { "one list", Rule("words:\n" + string.Concat(Enumerable.Repeat("      - x\n", 25_000))) },
        { "one text", Rule("words: \"" + string.Concat(Enumerable.Repeat("x,", 120_000)) + "\"") },
        { "quotes in a text", Rule("words: '" + string.Concat(Enumerable.Repeat("\",", 120_000)) + "'") },
        { "slashes in a text", Rule("words: '" + string.Concat(Enumerable.Repeat("/a", 120_000)) + "'") },
        { "slashes between commas", Rule("words: '" + string.Concat(Enumerable.Repeat("/a,", 80_000)) + "'") },
        {
            "slashes between commas in many texts",
            "channels:\n" + string.Concat(Enumerable.Range(0, 60).Select(
                number => $"  - channel: {number}\n    words: '{string.Concat(Enumerable.Repeat("/a,", 1_300))}'\n"))
        },
        {
            "a channel without its id",
            "channels:\n  - chanela: 1\n" + string.Concat(Enumerable.Range(0, 14_000).Select(number => $"    chane{number}: x\n"))
        },
        { "a long text", Rule("words: \"" + new string('x', 250_000) + "\"") },
        { "a long plain text", Rule("words: " + string.Concat(Enumerable.Repeat("x\n     ", 35_000))) },
        { "a long span", Rule("hold-back: " + string.Concat(Enumerable.Repeat("99999999 days ", 15_000))) },
        { "tags", Rule("words: " + string.Concat(Enumerable.Repeat("!a ", 80_000))) },
        { "comments", string.Concat(Enumerable.Repeat("#\n", 120_000)) },
        { "a literal block", Rule("words: |\n" + string.Concat(Enumerable.Repeat("      x\n", 30_000))) },
        { "NULs", new string('\0', 250_000) },
        { "documents", string.Concat(Enumerable.Repeat("---\n", 60_000)) },
        { "expressions", Expressions(1_000, number => $"/{number}(storm|flood)s?/") },
        { "large expressions", Expressions(1_000, number => $"/(\\\\w\\\\W{{0,999}}){{0,99}}{number}/") },
        {
            "expressions of classes",
            Expressions(1_000, number => "/" + string.Concat(Enumerable.Repeat("\\\\w\\\\D\\\\S", 20)) + $"{number}/")
        },
        { "long expressions", Expressions(1_000, number => "/" + string.Concat(Enumerable.Repeat("(a|b?)", 32)) + $"{number}/") },
    };

    [Fact]
    public void Each_mistake_gets_an_error_with_its_place_and_what_to_write()
    {
        var told = new StringBuilder();
        foreach (var mistake in Mistakes)
        {
            told.Append(mistake.Length <= 120 ? mistake : mistake[..60] + " (and so on)").Append('\n');
            var problems = ChannelsFile.Read(mistake, "channels.yaml").Problems;
            foreach (var problem in problems.Count < 20 ? problems : problems.TakeLast(2))
                told.Append("  ").Append(problem).Append('\n');
            told.Append('\n');
        }

        Approved.Text(told.ToString(), "mistakes.txt");
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Bomb_is_read_with_bounded_work(string name, string file)
    {
        var work = Work(file);

        Assert.True(work.Allocated < MostAllocated, $"{name}: {work}");
        Assert.True(work.Problems <= MostProblems, $"{name}: {work}");
    }

    /// <summary>What it takes to read a file, in numbers that are the same on a busy machine.</summary>
    internal static (long Allocated, int Problems) Work(string file)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = ChannelsFile.Read(file, "channels.yaml");
        return (GC.GetAllocatedBytesForCurrentThread() - before, reading.Problems.Count);
    }

    static string Rule(string rule) => $"channels:\n  - channel: \"1\"\n    {rule}";

    static string Expressions(int count, Func<int, string> expression) =>
        "channels:\n" + string.Concat(
            Enumerable.Range(0, count / 10).Select(
                channel => $"  - channel: {channel}\n    words:\n" + string.Concat(
                    Enumerable.Range(0, 10).Select(number => $"      - \"{expression((channel * 10) + number)}\"\n"))));
}
