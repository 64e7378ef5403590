using System.Collections.Concurrent;

namespace Shared;

/// <summary>
/// Where the bot of a folder keeps its articles: in a file, or, if the variable <c>TEST_DATABASE</c> is <c>postgres</c>, in a database
/// of a server that the tests start.
/// </summary>
static class DeskPlace
{
    /// <summary>The setting Content:Database as a variable.</summary>
    public const string Variable = "CONTENT__DATABASE";

    static readonly Lazy<PostgresServer> Server = new(() => PostgresServer.Open());
    static readonly ConcurrentDictionary<string, Lazy<string>> Databases = [];

    public static bool IsServer { get; } = Environment.GetEnvironmentVariable("TEST_DATABASE") == "postgres";

    /// <summary>As Content:Database takes it; the same each time for the same folder.</summary>
    public static string In(string folder) => IsServer
        ? Databases.GetOrAdd(folder, _ => new(() => Server.Value.CreateDatabase($"desk_{Guid.NewGuid():N}"))).Value
        : "news.db";
}
