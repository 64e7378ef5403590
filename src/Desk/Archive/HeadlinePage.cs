namespace Desk.Archive;

/// <summary>A page of a list.</summary>
/// <param name="Skipped">How many entries precede it.</param>
/// <param name="HasMore">Whether more entries follow.</param>
public sealed record HeadlinePage(IReadOnlyList<Headline> Headlines, int Skipped, bool HasMore);
