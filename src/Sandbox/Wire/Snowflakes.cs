using System.Globalization;

namespace Sandbox.Wire;

/// <summary>
/// Makes ids as Discord does: milliseconds since 2015 in the upper 42 bits, always increasing.
/// They start after the seed's, so they have 19 digits whatever the clock says.
/// </summary>
sealed class Snowflakes(TimeProvider clock)
{
    const long Epoch = 1_420_070_400_000;

    static readonly ulong LastOfSeed = Parse(Seed.SportTagId);

    readonly Lock counting = new();
    ulong last = LastOfSeed;

    public string Next()
    {
        var now = (ulong)Math.Max(0, clock.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << 22;
        lock (counting)
        {
            last = Math.Max(now, last + 1);
            return last.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Keeps ids increasing past one that an earlier run made, even if the clock went back meanwhile.</summary>
    public void StartAfter(ulong id) => last = Math.Max(last, id);

    /// <summary>Whether it is of something that was there in the beginning.</summary>
    public static bool IsSeeds(string id) => Parse(id) <= LastOfSeed;

    public static ulong Parse(string id) => ulong.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture);

    public static bool TryParse(string? text, out ulong id) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);

    public static DateTimeOffset TimeOf(ulong id) => DateTimeOffset.FromUnixTimeMilliseconds((long)(id >> 22) + Epoch);
}
