using System.Text.Json.Nodes;
using Sandbox.Wire;

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

    readonly List<Waiting> waiting = [];

    /// <param name="asked">How the fault was asked for.</param>
    /// <param name="bucket">The name of the bucket whose requests fail.</param>
    /// <param name="fault">How they fail.</param>
    /// <param name="times">How many of them.</param>
    public void Plan(JsonObject asked, string bucket, Fault fault, int times)
    {
        lock (waiting)
            waiting.Add(new Waiting(asked.Copy(), bucket, fault) { Left = times });
    }

    /// <summary>One of the bucket's own, before one of those for whatever comes.</summary>
    public Fault? Next(Bucket bucket)
    {
        lock (waiting)
        {
            if ((waiting.Find(one => one.Bucket == bucket.Name) ?? waiting.Find(one => one.Bucket == Any)) is not { } next)
                return null;
            next.Left--;
            if (next.Left == 0)
                waiting.Remove(next);
            return next.Fault;
        }
    }

    /// <summary>As they were asked for, oldest first, with how often they will still happen.</summary>
    public IReadOnlyList<JsonObject> ToJson()
    {
        lock (waiting)
            return [.. waiting.Select(one => one.ToJson())];
    }

    sealed record Waiting(JsonObject Asked, string Bucket, Fault Fault)
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
