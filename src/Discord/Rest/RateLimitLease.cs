namespace Discord.Rest;

/// <summary>The permission to send one request. Must be returned with its response, or released.</summary>
sealed record RateLimitLease(Route Route, RateLimitBucket Bucket);

/// <summary>Identifies a bucket: its name, or the route's template while the name is unknown, and the major parameter.</summary>
readonly record struct RateLimitKey(string Name, string Major);
