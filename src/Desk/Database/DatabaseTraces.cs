using System.Diagnostics;

namespace Desk.Database;

/// <summary>Spans of what is read and written while something is traced. While nobody listens, that costs next to nothing.</summary>
public static class DatabaseTraces
{
    public const string SourceName = "Desk.Database";

    static readonly ActivitySource Source = new(SourceName);

    internal static Activity? Read() => Begin("read database");

    /// <summary>From the moment when the write waits for its turn.</summary>
    internal static Activity? Write() => Begin("write database");

    /// <summary>Asking what is due, again and again, is nothing to trace.</summary>
    static Activity? Begin(string name) => Activity.Current is null ? null : Source.StartActivity(name);
}
