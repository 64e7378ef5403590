using System.Text.Json.Nodes;
using LocalDiscord.Wire;

namespace LocalDiscord.Api;

/// <summary>Something that goes wrong with a request on purpose.</summary>
sealed record Fault
{
    /// <summary>The response to send instead; null sends the usual one.</summary>
    public ApiResponse? Response { get; init; }

    /// <summary>The request comes too early, whatever the limits say.</summary>
    public RateLimited? RateLimited { get; init; }

    /// <summary>The request is carried out, but its own response is lost.</summary>
    public bool IsAfter { get; init; }

    /// <summary>The connection breaks without a response.</summary>
    public bool IsDrop { get; init; }

    /// <summary>The response is sent this much later.</summary>
    public TimeSpan Delay { get; init; }
}

/// <summary>Planned faults for the next requests of a bucket, in the order in which they were planned.</summary>
sealed class Faults
{
    /// <summary>Stands for every bucket.</summary>
    public const string Any = "any";

    readonly List<PlannedFault> planned = [];

    /// <param name="asked">The request that planned it.</param>
    /// <param name="bucket">The name of a bucket, or <see cref="Any"/>.</param>
    public void Plan(JsonObject asked, string bucket, Fault fault, int times)
    {
        lock (planned)
            planned.Add(new PlannedFault(asked.Copy(), bucket, fault) { Left = times });
    }

    /// <summary>Faults for this bucket come before those for any bucket.</summary>
    public Fault? Next(Bucket bucket)
    {
        lock (planned)
        {
            if ((planned.Find(one => one.Bucket == bucket.Name) ?? planned.Find(one => one.Bucket == Any)) is not { } next)
                return null;
            next.Left--;
            if (next.Left == 0)
                planned.Remove(next);
            return next.Fault;
        }
    }

    /// <summary>The requests that planned them, oldest first, with the number of times that are left.</summary>
    public IReadOnlyList<JsonObject> ToJson()
    {
        lock (planned)
            return [.. planned.Select(one => one.ToJson())];
    }

    sealed record PlannedFault(JsonObject Asked, string Bucket, Fault Fault)
    {
        public int Left { get; set; }

        public JsonObject ToJson()
        {
            var json = Asked.Copy();
            json["times"] = Left;
            return json;
        }
    }
}
