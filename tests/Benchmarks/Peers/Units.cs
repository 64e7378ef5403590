using System.Globalization;

namespace Benchmarks.Peers;

/// <summary>Figures as the table shows them.</summary>
static class Units
{
    public static string Mebibytes(double bytes) => $"{bytes / (1 << 20):0} MiB";

    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");

    public static string Milliseconds(double milliseconds) => milliseconds >= 10
        ? $"{milliseconds:0} ms"
        : string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.00} ms");

    public static string Milliseconds(TimeSpan time) => Milliseconds(time.TotalMilliseconds);
}
