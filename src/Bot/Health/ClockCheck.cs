using Discord.Rest;

namespace Bot.Health;

/// <summary>Whether this machine's clock agrees with Discord's, as far as that is known.</summary>
sealed class ClockCheck(DiscordRest discord, TimeProvider clock) : IHealthCheck
{
    internal static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    public string Name => "clock";

    public Task<HealthProblem?> FindAsync(CancellationToken ct)
    {
        var ahead = clock.GetUtcNow() - discord.DiscordsTime ?? TimeSpan.Zero;
        return Task.FromResult<HealthProblem?>(
            ahead.Duration() <= Tolerance
                ? null
                : new(
                    $"This machine's clock is {ahead.Duration().TotalSeconds:0} seconds {(ahead > TimeSpan.Zero ? "ahead of" : "behind")} "
                    + "Discord's.",
                    "Set this machine's clock, for example with NTP."));
    }
}
