using Discord.Gateway;

namespace Bot.Health;

/// <summary>Whether every shard hears Discord. A connection that was lost for a moment is resumed, and no problem.</summary>
sealed class GatewayCheck(GatewayClient gateway) : IHealthCheck
{
    /// <summary>Discord asks for a heartbeat in less than a minute, and acknowledges it.</summary>
    internal static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(90);

    const int MostNamed = 5;

    const string Remedy =
        "Wait a minute. If it stays so, look for the reason in the log, and at https://discordstatus.com whether Discord is down.";

    public string Name => "gateway";

    public bool IsConnected => Problem is null;

    public Task<HealthProblem?> FindAsync(CancellationToken ct) => Task.FromResult(Problem);

    HealthProblem? Problem
    {
        get
        {
            var shards = gateway.Shards;
            var silent = shards.Where(one => one.Silence is not { } silence || silence > LongestSilence).ToList();
            if (silent.Count == 0)
                return shards.Count > 0 ? null : new("The bot is not connected to Discord yet.", Remedy);
            var named = string.Join(", ", silent.Take(MostNamed).Select(Words)) + (silent.Count > MostNamed ? ", …" : "");
            return new($"{silent.Count} of {shards.Count} shards don't hear Discord: {named}.", Remedy);
        }
    }

    static string Words(ShardStatus status) => status.Silence is { } silence
        ? $"{status.Shard} (nothing for {silence.TotalSeconds:0} seconds)"
        : $"{status.Shard} (not connected yet)";
}
