using System.Globalization;
using System.Runtime.InteropServices;

namespace Benchmarks.Peers;

/// <summary>What the figures were measured on, and when.</summary>
static class Machine
{
    public static async Task<string> DescribeAsync(CancellationToken ct)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30);
        var node = await FinishedProcess.RunAsync(new(Tools.Find("node"), ["--version"]), ct);
        var hugo = await FinishedProcess.RunAsync(new(Tools.Find("hugo"), ["version"]), ct);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            Measured on {DateTime.UtcNow:yyyy-MM-dd} on {Processor()}, {Environment.ProcessorCount} cores, {memory} GiB,
            {RuntimeInformation.OSDescription}: the bot as a native program of .NET {Environment.Version}, Node {node.Output.Trim()[1..]},
            {hugo.Output.Split('-', '+', '/')[0].Replace(" v", " ", StringComparison.Ordinal).Trim()}.
            """);
    }

    static string Processor()
    {
        const string file = "/proc/cpuinfo";
        var model = File.Exists(file)
            ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return model?.Split(':')[1].Trim() ?? $"{RuntimeInformation.ProcessArchitecture}";
    }
}
