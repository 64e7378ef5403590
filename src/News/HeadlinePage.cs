namespace News;

/// <summary>A stretch of a list.</summary>
/// <param name="Skipped">How many stand before it.</param>
/// <param name="HasMore">Whether any stand after it.</param>
public sealed record HeadlinePage(IReadOnlyList<Headline> Headlines, int Skipped, bool HasMore);
