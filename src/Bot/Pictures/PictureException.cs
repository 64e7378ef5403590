namespace Bot.Pictures;

/// <summary>A picture can't be had, or Discord can't show it.</summary>
/// <param name="reason">The continuation of "its": <c>server answered 404</c>.</param>
sealed class PictureException(string reason, Exception? cause = null) : Exception(reason, cause);
