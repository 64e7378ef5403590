using System.Globalization;
using System.Text.RegularExpressions;

namespace Discord.Gateway;

/// <summary>
/// Which shards this process runs: as many as Discord recommends, a given number, or a range of a total so that several processes can
/// share the bot.
/// </summary>
/// <param name="First">Null, like the others, for as many as Discord recommends.</param>
public sealed partial record ShardPlan(int? First, int? Last, int? Total)
{
    /// <summary>Whether it is the plan of the bot as a whole, and no range of its shards.</summary>
    public static bool IsWhole(string text) => !text.Contains('/');

    /// <param name="text"><c>auto</c>, a number such as <c>4</c>, or a range and a total such as <c>0-3/8</c>.</param>
    /// <exception cref="FormatException">The text is none of these. The message says what to write.</exception>
    public static ShardPlan Parse(string text)
    {
        var match = Format().Match(text);
        int? Number(string name) =>
            match.Groups[name] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : null;

        var (first, last, total) = (Number("first"), Number("last"), Number("total"));
        ShardPlan plan = first is null ? new(total is null ? null : 0, total - 1, total) : new(first, last ?? first, total);
        return match.Success && plan is not { Total: 0 } && !(plan.First > plan.Last) && !(plan.Last >= plan.Total)
            ? plan
            : throw new FormatException(
                $"Discord:Shards \"{text}\" is not valid. Write auto, a number such as 4, or a range and a total such as 0-3/8.");
    }

    /// <param name="recommended">The number of shards from GET /gateway/bot.</param>
    public IReadOnlyList<Shard> Shards(int recommended)
    {
        var total = Total ?? Math.Max(1, recommended);
        var (first, last) = (First ?? 0, Last ?? total - 1);
        return [.. Enumerable.Range(first, last - first + 1).Select(id => new Shard(id, total))];
    }

    [GeneratedRegex(
        @"^\s*(auto|((?<first>\d{1,6})(-(?<last>\d{1,6}))?/)?(?<total>\d{1,6}))\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Format();
}
