namespace Sandbox.Api;

/// <summary>Something that goes wrong on purpose with a request.</summary>
sealed record Fault
{
    /// <summary>What is answered instead; null lets the request be answered as always, only later.</summary>
    public Answer? Answer { get; init; }

    /// <summary>The request is carried out first, and its own answer lost.</summary>
    public bool IsAfter { get; init; }

    /// <summary>The connection breaks without an answer.</summary>
    public bool IsDrop { get; init; }

    /// <summary>How long the answer takes.</summary>
    public TimeSpan Delay { get; init; }
}

/// <summary>Faults that wait for the next requests of a bucket, first come, first served.</summary>
sealed class Faults
{
    /// <summary>Stands for every bucket.</summary>
    public const string Any = "any";

    readonly Dictionary<string, Queue<Fault>> waiting = [];

    public void Plan(string bucket, Fault fault, int times)
    {
        lock (waiting)
        {
            if (!waiting.TryGetValue(bucket, out var queue))
                waiting[bucket] = queue = [];
            for (var i = 0; i < times; i++)
                queue.Enqueue(fault);
        }
    }

    public Fault? Next(Bucket bucket)
    {
        lock (waiting)
            return Next(bucket.Name) ?? Next(Any);
    }

    Fault? Next(string name) => waiting.TryGetValue(name, out var queue) && queue.TryDequeue(out var fault) ? fault : null;
}
