namespace Discord.Rest;

/// <summary>Discord's clock, by the dates of its responses. This machine's may be wrong, or may jump.</summary>
sealed class DiscordClock(TimeProvider clock)
{
    /// <summary>A date, and this machine's monotonic time when it arrived.</summary>
    (DateTimeOffset Date, long At)? noted;

    readonly Lock gate = new();

    /// <summary>In UTC, to the second; null before the first response.</summary>
    public DateTimeOffset? Now
    {
        get
        {
            lock (gate)
                return noted is { } last ? last.Date + clock.GetElapsedTime(last.At) : null;
        }
    }

    /// <summary>Only a success is sure to come from Discord: a proxy has a clock of its own.</summary>
    public void Note(HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode || response.Headers.Date is not { } date)
            return;
        lock (gate)
            noted = (date, clock.GetTimestamp());
    }
}
