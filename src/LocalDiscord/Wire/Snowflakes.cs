using System.Globalization;
using System.Text.Json.Nodes;

namespace LocalDiscord.Wire;

/// <summary>Creates ids as Discord does: milliseconds since 2015 in the upper 42 bits, always increasing.</summary>
/// <param name="startAfter">Ids are higher than this, whatever the clock says.</param>
sealed class Snowflakes(TimeProvider clock, ulong startAfter)
{
    const long Epoch = 1_420_070_400_000;

    readonly Lock counting = new();
    ulong last = startAfter;

    public string Next()
    {
        var now = (ulong)Math.Max(0, clock.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << 22;
        lock (counting)
        {
            last = Math.Max(now, last + 1);
            return last.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Keeps ids above one from an earlier run, even if the clock was set back since.</summary>
    public void StartAfter(ulong id) => last = Math.Max(last, id);

    public static ulong Parse(string id) => ulong.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture);

    public static bool TryParse(string? text, out ulong id) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);

    /// <summary>An id that a bot sent as text or as a number, as text; null for anything else.</summary>
    public static string? Text(JsonNode? id) => id is JsonValue && TryParse(id.ToString(), out var number)
        ? number.ToString(CultureInfo.InvariantCulture)
        : null;

    public static DateTimeOffset TimeOf(ulong id) => DateTimeOffset.FromUnixTimeMilliseconds((long)(id >> 22) + Epoch);
}
