using System.Text;

namespace Benchmarks;

/// <summary>What goes wrong during a soak. Each passes by itself, so that none is a reason for an error in the bot's log.</summary>
sealed class SoakFaults(ReplayDesk desk, SoakBot bot, HttpClient people, Random random)
{
    static readonly string[] OfDiscord =
    [
        """{"gateway": "drop"}""",
        """{"gateway": "reconnect"}""",
        """{"gateway": "invalidate", "resumable": true}""",
        """{"gateway": "duplicate", "times": 3}""",
        """{"api": "create-message", "status": 500}""",
        """{"api": "create-message", "status": 502, "times": 3}""",
        """{"api": "create-message", "after": true}""",
        """{"api": "create-message", "drop": true}""",
        """{"api": "create-message", "drop": true, "after": true}""",
        """{"api": "create-message", "delay": 1.5}""",
        """{"api": "create-message", "status": 403, "body": "<html>Sign in to the network</html>"}""",
        """{"api": "create-message", "status": 429, "scope": "user", "retry_after": 0.5}""",
        """{"api": "create-message", "status": 429, "body": "error code: 1015", "headers": {"Retry-After": "1"}}""",
        """{"api": "thread", "status": 502}""",
        """{"api": "thread", "drop": true, "after": true}""",
        """{"api": "edit-message", "status": 500, "after": true}""",
        """{"api": "edit-message", "drop": true}""",
    ];

    public int Count { get; private set; }

    public async Task CauseAsync(CancellationToken ct)
    {
        Count++;
        var kind = random.Next(OfDiscord.Length + 2);
        if (kind == OfDiscord.Length)
            await desk.LockAsync(TimeSpan.FromSeconds(1), ct);
        else if (kind > OfDiscord.Length)
            await bot.StandStillAsync(TimeSpan.FromSeconds(1), ct);
        else
            await PostAsync(OfDiscord[kind], ct);
    }

    async Task PostAsync(string fault, CancellationToken ct)
    {
        using var body = new StringContent(fault, Encoding.UTF8, "application/json");
        using var planned = await people.PostAsync("sandbox/faults", body, ct);
        planned.EnsureSuccessStatusCode();
    }
}
