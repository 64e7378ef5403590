namespace Discord;

/// <summary>The right to send one request, to be given back with its answer.</summary>
sealed record RateLimitTurn(Route Route, RateLimitBucket Bucket);

/// <summary>The name of a bucket, or the template of a route whose bucket is not known yet; and what it is counted for.</summary>
readonly record struct RateLimitKey(string Name, string Major);
