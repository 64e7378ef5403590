using Desk.Archive.Meaning;
using Desk.Database;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Meaning;

/// <summary>
/// Has the model read articles in the background, the newest first, in the process that runs the desk. Nothing waits for it.
/// </summary>
/// <param name="model">The generator's, as stored with the vectors.</param>
/// <param name="most">Only so many of the newest articles are read.</param>
sealed partial class EmbeddingWorker(
    DeskLease desk,
    EmbeddingStore store,
    IEmbeddingGenerator<string, Embedding<float>> generator,
    string model,
    int most,
    TimeProvider clock,
    ILogger<EmbeddingWorker> log) : BackgroundService
{
    const int Batch = 32;
    static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(10);
    static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    string? failure;
    long? lastImport;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await desk.HeldAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = LookEvery;
            try
            {
                await LookAsync(stoppingToken);
                failure = null;
            }
            catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
            {
                // A failure that repeats is logged once. Questions are answered by words meanwhile.
                if (failed.Message != failure)
                    LogFailure(failed.Message);
                failure = failed.Message;
                wait = RetryAfter;
            }

            await Task.Delay(wait, clock, stoppingToken);
        }
    }

    /// <summary>Looking through a large archive takes long, so it is done when the archive has changed.</summary>
    async Task LookAsync(CancellationToken ct)
    {
        var import = await store.ImportAsync(ct);
        if (import == lastImport)
            return;
        if (await ReadAllAsync(ct) is > 0 and var read)
            LogRead(read);
        lastImport = import;
    }

    /// <summary>Reads what has not been read.</summary>
    /// <returns>How many articles that was.</returns>
    public async Task<int> ReadAllAsync(CancellationToken ct)
    {
        var read = 0;
        UnreadArticle? last = null;
        while (await store.MissingAsync(model, last, Batch, ct) is { Count: > 0 } articles)
        {
            if (await store.PlaceAsync(articles[0], ct) > most)
                break;
            var vectors = await generator.GenerateAsync(articles.Select(article => article.Text), cancellationToken: ct);
            await store.SaveAsync(model, [.. articles.Zip(vectors, (article, vector) => (article, vector.Vector))], ct);
            last = articles[^1];
            read += articles.Count;
        }

        return read;
    }

    [LoggerMessage(LogLevel.Information, "The model has read {Count} articles: questions find them by what they mean, too.")]
    partial void LogRead(int count);

    [LoggerMessage(LogLevel.Warning, "The meaning of articles can't be read now: {Reason} Questions are answered by their words.")]
    partial void LogFailure(string reason);
}
