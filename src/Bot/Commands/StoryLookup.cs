using News.Stories;

namespace Bot.Commands;

/// <summary>The story of this number, or the one that the article of this number belongs to; null where readers may see neither.</summary>
delegate Task<Story?> StoryLookup(long id, CancellationToken ct);
