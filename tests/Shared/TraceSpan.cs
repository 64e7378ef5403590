namespace Shared;

/// <summary>A span of a trace, as a test compares it.</summary>
sealed record TraceSpan(string Trace, string Id, string? Parent, string Name, IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>
    /// The spans of one trace in two dimensions: below each span what it led to, sorted by name; what looks the same is drawn once.
    /// </summary>
    public static string Draw(IEnumerable<TraceSpan> spans, string trace)
    {
        var all = spans.Where(span => span.Trace == trace).ToList();
        var ids = all.Select(span => span.Id).ToHashSet();
        // A span whose parent is missing stands at the top, where a test sees it.
        return Draw(all, all.Where(span => span.Parent is null || !ids.Contains(span.Parent)), indent: "");
    }

    static string Draw(IReadOnlyList<TraceSpan> all, IEnumerable<TraceSpan> some, string indent) => string.Concat(some
        .Select(span => $"{indent}{span.Name}\n{Draw(all, all.Where(child => child.Parent == span.Id), indent + "  ")}")
        .Distinct()
        .Order(StringComparer.Ordinal));
}
