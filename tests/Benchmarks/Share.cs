namespace Benchmarks;

/// <summary>A share of counted cases, with Wilson's interval of 95 percent.</summary>
static class Share
{
    /// <summary>Of the normal distribution, for 95 percent.</summary>
    const double Deviations = 1.96;

    public static string Interval(double hits, int of)
    {
        var (share, square) = (hits / of, Deviations * Deviations);
        var middle = share + (square / (2 * of));
        var width = Deviations * Math.Sqrt((share * (1 - share) / of) + (square / (4.0 * of * of)));
        return $"{(middle - width) / (1 + (square / of)):0.000}–{(middle + width) / (1 + (square / of)):0.000}";
    }
}
