using System.Globalization;

namespace Benchmarks.Peers;

/// <summary>Which processor cores run what: one has the bot or its peer to itself, one has the local Discord and this program.</summary>
static class Cores
{
    public const int Bot = 1;
    const int Others = 0;

    /// <summary>Leaves a core to the bot until the result is disposed.</summary>
    /// <exception cref="MissingToolException">taskset is missing, or there is one core only.</exception>
    public static async Task<IDisposable> LeaveOneAsync(int discord, CancellationToken ct)
    {
        if (Environment.ProcessorCount < 2)
            throw new MissingToolException("This machine has one processor core. Measure on one with two or more.");
        await PinAsync(discord, $"{Others}", ct);
        await PinAsync(Environment.ProcessId, $"{Others}", ct);
        return new AllCores();
    }

    /// <summary>All threads of a process that runs.</summary>
    static async Task PinAsync(int process, string cores, CancellationToken ct)
    {
        string[] arguments = ["-a", "-c", "-p", cores, process.ToString(CultureInfo.InvariantCulture)];
        await FinishedProcess.RunAsync(new(Tools.Find("taskset"), arguments), ct);
    }

    sealed class AllCores : IDisposable
    {
        public void Dispose() =>
            PinAsync(Environment.ProcessId, $"0-{Environment.ProcessorCount - 1}", CancellationToken.None).GetAwaiter().GetResult();
    }
}
