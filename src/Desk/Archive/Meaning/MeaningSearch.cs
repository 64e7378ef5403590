using System.Collections.Concurrent;
using Desk.Archive.Search;
using Microsoft.Extensions.AI;

namespace Desk.Archive.Meaning;

/// <summary>
/// Compares questions with articles in meaning. The vectors are in memory while questions are asked, and are dropped after a while.
/// </summary>
/// <param name="model">The generator's, as stored with the vectors: those of another one are not compared.</param>
/// <param name="idle">After so long without a question, the memory is given back.</param>
public sealed class MeaningSearch(
    EmbeddingStore store,
    IEmbeddingGenerator<string, Embedding<float>> generator,
    string model,
    TimeSpan idle,
    TimeProvider clock) : IDisposable
{
    /// <summary>A question that takes longer is answered by its words.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    const int RowsPerRead = 5000;

    /// <summary>Questions come again with another page, another filter, or from another member.</summary>
    const int MostKept = 100;

    readonly SemaphoreSlim turn = new(1);
    readonly ConcurrentDictionary<string, ReadOnlyMemory<float>> asked = new();
    MeaningIndex? index;
    ITimer? timer;

    /// <inheritdoc cref="NearestInMeaning"/>
    public async Task<MeaningHits?> NearestAsync(string question, IReadOnlyList<long>? among, int take, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        try
        {
            return await CompareAsync(await VectorAsync(question, either.Token), among, take, either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException or InvalidOperationException)
        {
            // The background work meets the same failure, and reports it.
            return null;
        }
    }

    public void Dispose()
    {
        timer?.Dispose();
        turn.Dispose();
    }

    async Task<ReadOnlyMemory<float>> VectorAsync(string question, CancellationToken ct)
    {
        if (asked.TryGetValue(question, out var known))
            return known;
        var read = await generator.GenerateAsync([question], cancellationToken: ct);
        if (asked.Count >= MostKept)
            asked.Clear();
        return asked[question] = read[0].Vector;
    }

    void Forget()
    {
        index = null;
        asked.Clear();
        // With nothing to do, the next collection may be hours away, and until then the system doesn't get the memory back.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    async Task<MeaningHits> CompareAsync(ReadOnlyMemory<float> question, IReadOnlyList<long>? among, int take, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            timer ??= clock.CreateTimer(_ => Forget(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            timer.Change(idle, Timeout.InfiniteTimeSpan);
            // A service may have changed its model behind the same name.
            var current = index is { } known && known.Dimensions == question.Length ? known : new(question.Length);
            while (await store.SinceAsync(model, current.LastRow, RowsPerRead, ct) is { Count: > 0 } rows)
            {
                foreach (var row in rows)
                    current.Put(row.Id, row.ArticleId, row.Vector);
            }

            index = current;
            return current.Nearest(question.Span, among, take);
        }
        finally
        {
            turn.Release();
        }
    }
}
