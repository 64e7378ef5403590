namespace Benchmarks.Peers;

/// <summary>A kind of work that the bot and others do, each in its own way.</summary>
interface IPeerRow
{
    /// <summary>What <c>--only</c> takes.</summary>
    string Name { get; }

    /// <exception cref="MissingToolException">Something that the others need is not installed.</exception>
    Task<IReadOnlyList<PeerFigure>> MeasureAsync(PeerBench bench, CancellationToken ct);
}

/// <summary>A line of the table.</summary>
/// <param name="Ours">What the bot needs, with its unit.</param>
/// <param name="Beside">What it is compared with, and what that needs.</param>
/// <param name="Value">What the target is about: a ratio, or the bot's own figure.</param>
sealed record PeerFigure(string Work, string Ours, string Beside, double Value, Target Target)
{
    /// <summary>The bot's figure divided by the other's; null if there is no such figure.</summary>
    public double? Ratio { get; init; }

    /// <summary>A figure whose target is about the ratio.</summary>
    public static PeerFigure OfRatio(string work, string ours, string beside, double ratio, Target target) =>
        new(work, ours, beside, ratio, target) { Ratio = ratio };
}

/// <param name="IsLeast">Whether more is better.</param>
/// <param name="Words">As the table says it, such as "at most 0.9".</param>
readonly record struct Target(double Bound, bool IsLeast, string Words)
{
    public static Target AtMost(double bound, string unit = "") => new(bound, IsLeast: false, $"at most {bound}{unit}");

    public static Target AtLeast(double bound, string unit = "") => new(bound, IsLeast: true, $"at least {bound}{unit}");

    public bool IsMetBy(double value) => IsLeast ? value >= Bound : value <= Bound;
}

/// <summary>Something is not installed; the message says what to do.</summary>
sealed class MissingToolException(string message) : Exception(message);
