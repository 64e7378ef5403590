using System.Collections.Concurrent;
using System.Diagnostics;
using Shared;

namespace Bot.Tests.Health;

/// <summary>Listens to all that is traced in this process, also by tests that run beside this one.</summary>
sealed class SpanRecorder : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly ConcurrentQueue<TraceSpan> spans = new();
    readonly ActivityListener listener;

    public SpanRecorder()
    {
        listener = new()
        {
            ShouldListenTo = source => source.Name.StartsWith("Bot.", StringComparison.Ordinal)
                || source.Name.StartsWith("Desk.", StringComparison.Ordinal)
                || source.Name.StartsWith("Discord.", StringComparison.Ordinal),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended => spans.Enqueue(Of(ended)),
        };
        ActivitySource.AddActivityListener(listener);
    }

    public IReadOnlyCollection<TraceSpan> Spans => spans;

    /// <summary>The first span with this name and tag, as soon as it has ended.</summary>
    public async Task<TraceSpan> UntilEndedAsync(string name, string tag, string value)
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Yield())
        {
            if (spans.FirstOrDefault(span => span.Name == name && span.Tags.GetValueOrDefault(tag) == value) is { } ended)
                return ended;
            Assert.True(patience.Elapsed < Patience, $"No {name} with {tag} {value} has ended.");
        }
    }

    /// <summary>A span that ended in this trace, as soon as it has.</summary>
    public async Task<TraceSpan> UntilEndedAsync(string name, TraceSpan sameTrace)
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Yield())
        {
            if (spans.FirstOrDefault(span => span.Name == name && span.Trace == sameTrace.Trace) is { } ended)
                return ended;
            Assert.True(patience.Elapsed < Patience, $"No {name} has ended in this trace:\n{TraceSpan.Draw(spans, sameTrace.Trace)}");
        }
    }

    public void Dispose() => listener.Dispose();

    static TraceSpan Of(Activity ended) => new(
        $"{ended.TraceId}",
        $"{ended.SpanId}",
        ended.ParentSpanId == default ? null : $"{ended.ParentSpanId}",
        ended.DisplayName,
        ended.TagObjects.ToDictionary(tag => tag.Key, tag => $"{tag.Value}"));
}
