namespace News;

/// <summary>One article on its way to one channel, claimed by whoever sends it now.</summary>
/// <param name="Id">Unique for ever: what makes a repeated send recognisable.</param>
/// <param name="Attempt">From 1. From 2 on, an earlier attempt may have reached the channel unrecorded.</param>
/// <param name="FirstClaimedAt">When the first attempt began, in UTC.</param>
public sealed record Delivery(long Id, string Channel, long ArticleId, int Attempt, DateTimeOffset FirstClaimedAt);
