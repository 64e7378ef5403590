using System.CommandLine;
using System.Diagnostics;
using Articles.Files;
using Spectre.Console;

namespace Benchmarks;

/// <summary>
/// What the reader of plain YAML saves compared with YamlDotNet: each reads the front matter of one file in turn. Run it on a
/// typical file, such as an article with seven related items.
/// </summary>
static class YamlBenchmark
{
    const int Rounds = 9;
    const int Reads = 2_000;

    static readonly Argument<string> File = new("FILE") { Description = "An article's file" };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("yaml", "Reads one file's front matter with both YAML readers") { File };
        command.SetAction(parsed => Run(System.IO.File.ReadAllBytes(parsed.GetValue(File)!)));
        return command;
    }

    static int Run(byte[] bytes)
    {
        var problems = new ContentProblems("file");
        if (FrontMatter.Split(bytes, problems) is not { } file || PlainYaml.Read(file.Yaml, file.FirstLine) is null)
        {
            Console.Error.WriteLine("The front matter is not plain YAML.");
            return 1;
        }

        var (plain, yamlDotNet, whole) = (new List<Cost>(), new List<Cost>(), new List<Cost>());
        for (var round = 0; round < Rounds; round++)
        {
            plain.Add(Measure(() => PlainYaml.Read(file.Yaml, file.FirstLine)));
            yamlDotNet.Add(Measure(() => YamlParser.Parse(file.Yaml, problems, YamlKind.FrontMatter, file.FirstLine)));
            whole.Add(Measure(() => ArticleReader.Read("file", bytes)));
        }

        var table = new Table().AddColumns("", "Median time", "Fastest", "Allocated");
        Add(table, "Plain reader", plain);
        Add(table, "YamlDotNet", yamlDotNet);
        Add(table, "The whole file, by the plain reader", whole);
        AnsiConsole.Write(table);
        return 0;
    }

    static Cost Measure(Func<object?> read)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Reads; i++)
            read();
        return new(Stopwatch.GetElapsedTime(start) / Reads, (GC.GetAllocatedBytesForCurrentThread() - allocated) / Reads);
    }

    static void Add(Table table, string reader, List<Cost> costs)
    {
        var times = costs.Select(cost => cost.Time.TotalMicroseconds).Order().ToList();
        table.AddRow(reader, $"{times[times.Count / 2]:0.0} µs", $"{times[0]:0.0} µs", $"{costs[^1].Bytes / 1024.0:0.0} KB");
    }

    readonly record struct Cost(TimeSpan Time, long Bytes);
}
