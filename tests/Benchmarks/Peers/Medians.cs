namespace Benchmarks.Peers;

/// <summary>Middle and slow cases of what was measured more than once.</summary>
static class Medians
{
    public static double Of(IEnumerable<double> values) => At(values, 0.5);

    public static TimeSpan Of(IEnumerable<TimeSpan> values) => TimeSpan.FromSeconds(Of(values.Select(value => value.TotalSeconds)));

    /// <param name="share">0.99 for the value that one in a hundred exceeds.</param>
    public static double At(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)((sorted.Count - 1) * share)];
    }
}
