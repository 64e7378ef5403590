using System.Text.Json.Nodes;

namespace Sandbox.Api;

/// <summary>An answer that goes wrong on purpose: instead of the request, or after it was carried out.</summary>
sealed record Fault(int Status, bool IsAfter)
{
    public Answer ToAnswer() => Answer.Of(Status, new JsonObject { ["message"] = $"{Status}: A fault that was asked for", ["code"] = 0 });
}

/// <summary>Faults that wait for the next requests of a bucket, first come, first served.</summary>
sealed class Faults
{
    readonly Dictionary<string, Queue<Fault>> waiting = [];

    public void Plan(string bucket, Fault fault, int times)
    {
        if (!waiting.TryGetValue(bucket, out var queue))
            waiting[bucket] = queue = [];
        for (var i = 0; i < times; i++)
            queue.Enqueue(fault);
    }

    public Fault? Next(Bucket bucket) =>
        waiting.TryGetValue(bucket.Name, out var queue) && queue.TryDequeue(out var fault) ? fault : null;
}
