using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Benchmarks.Peers;

/// <summary>A program whose processor time and memory are measured while it runs.</summary>
sealed class MeasuredProcess : IAsyncDisposable
{
    const int SigTerm = 15;

    readonly Process process;
    readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    string output = "";

    MeasuredProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>User and system time since the start.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The memory that is in use now, in bytes.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <param name="core">The only processor core that it may use, from its first moment; null for all.</param>
    public static MeasuredProcess Start(ProcessStartInfo start, int? core)
    {
        if (core is { } only)
        {
            string[] pinned = ["-c", only.ToString(CultureInfo.InvariantCulture), start.FileName];
            foreach (var (argument, index) in pinned.Select((argument, index) => (argument, index)))
                start.ArgumentList.Insert(index, argument);
            start.FileName = Tools.Find("taskset");
        }

        start.RedirectStandardOutput = start.RedirectStandardError = true;
        return new(Process.Start(start)!);
    }

    /// <summary>Returns when it has printed "ready".</summary>
    /// <exception cref="InvalidOperationException">It ended before; the message has its output.</exception>
    public async Task UntilReadyAsync(CancellationToken ct)
    {
        if (await Task.WhenAny(ready.Task, process.WaitForExitAsync(ct)) != ready.Task)
            throw new InvalidOperationException($"{process.StartInfo.FileName} has ended: {output}");
    }

    /// <summary>Stops it as its operator would.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            _ = Signal(process.Id, SigTerm);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    void Note(string? line)
    {
        if (line == "ready")
            ready.TrySetResult();
        output = output.Length < 4000 ? $"{output}{line}\n" : output;
    }

    [DllImport("libc", EntryPoint = "kill")]
    static extern int Signal(int process, int signal);
}
