namespace Desk.Archive.Search;

/// <summary>Finds the articles that are nearest to a question in meaning.</summary>
/// <param name="among">Only these articles; null for all.</param>
/// <param name="take">How many at most.</param>
/// <returns>Null if that can't be known now.</returns>
public delegate Task<MeaningHits?> NearestInMeaning(string question, IReadOnlyList<long>? among, int take, CancellationToken ct);

/// <param name="Cosines">Articles with their similarity to the question, from -1 to 1, the nearest first.</param>
/// <param name="Average">Of all articles.</param>
public sealed record MeaningHits(IReadOnlyList<(long Id, double Cosine)> Cosines, double Average);
