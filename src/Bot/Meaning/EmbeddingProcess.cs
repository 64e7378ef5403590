using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace Bot.Meaning;

/// <summary>
/// The model in a process of its own: this program with the verb <c>embed</c>. It starts when it is first needed and ends when nothing
/// was asked for a while, which gives all of its memory back. It also ends when this process does, however that ends.
/// </summary>
/// <param name="program">The program and its arguments.</param>
/// <param name="idle">After so long without a text, the process ends.</param>
sealed class EmbeddingProcess(IReadOnlyList<string> program, TimeSpan idle, TimeProvider clock)
    : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>A process that takes longer for a text, its own start included, is stuck.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    readonly SemaphoreSlim turn = new(1);
    Process? process;
    ITimer? timer;

    /// <summary>The running process; null if there is none.</summary>
    public int? ProcessId => process?.Id;

    /// <exception cref="IOException">The process can't start, or ended.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        // Text by text, so that a question waits for one article at most.
        foreach (var text in values)
            embeddings.Add(new(await VectorAsync(text, cancellationToken)));
        return embeddings;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        timer?.Dispose();
        End();
        turn.Dispose();
    }

    async Task<float[]> VectorAsync(string text, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        var exchange = ExchangeAsync(text);
        // It goes on when nobody waits for it any more: a slow process that was stopped each time would never be ready.
        _ = exchange.ContinueWith(
            failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return await exchange.WaitAsync(ct);
    }

    /// <summary>Sends a text and reads its vector, then gives the turn back.</summary>
    async Task<float[]> ExchangeAsync(string text)
    {
        using var late = new CancellationTokenSource(Longest, clock);
        var isWhole = false;
        try
        {
            timer ??= clock.CreateTimer(_ => EndIfIdle(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            timer.Change(idle, Timeout.InfiniteTimeSpan);
            if (process is not { HasExited: false })
            {
                End();
                process = Start();
            }

            await EmbeddingPipe.WriteTextAsync(process.StandardInput.BaseStream, text, late.Token);
            var vector = await EmbeddingPipe.ReadVectorAsync(process.StandardOutput.BaseStream, late.Token)
                ?? throw new IOException("The process with the model ended.");
            isWhole = true;
            return vector;
        }
        catch (OperationCanceledException)
        {
            throw new IOException($"The process with the model took longer than {Longest.TotalSeconds:0} seconds for a text.");
        }
        finally
        {
            // What was left halfway would be taken for the next answer.
            if (!isWhole)
                End();
            turn.Release();
        }
    }

    Process Start()
    {
        var start = new ProcessStartInfo(program[0], program.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // By default, glibc keeps tens of megabytes of freed memory. With these limits, it returns them to the system.
        start.Environment["MALLOC_MMAP_THRESHOLD_"] = start.Environment["MALLOC_TRIM_THRESHOLD_"] = "65536";
        try
        {
            var started = Process.Start(start)!;
            // Nobody reads what it complains about; a full pipe would stop it.
            started.ErrorDataReceived += (_, _) => { };
            started.BeginErrorReadLine();
            return started;
        }
        catch (Win32Exception failure)
        {
            throw new IOException($"The process with the model can't start: {failure.Message}", failure);
        }
    }

    void EndIfIdle()
    {
        // Somebody who has the turn has set the timer again.
        if (!turn.Wait(TimeSpan.Zero))
            return;
        try
        {
            End();
        }
        finally
        {
            turn.Release();
        }
    }

    void End()
    {
        if (process is null)
            return;
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
        process = null;
    }
}
