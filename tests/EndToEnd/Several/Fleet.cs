using LocalDiscord;
using Shared;

namespace EndToEnd.Tests.Several;

/// <summary>Some processes of the bot on one database, and what happens to them. Who dies is replaced, as a supervisor does it.</summary>
sealed class Fleet(TemporaryFolder folder, PostgresServer postgres, string database, LocalDiscordServer discord) : IAsyncDisposable
{
    /// <summary>Longer than a process is believed to live.</summary>
    static readonly TimeSpan Frozen = TimeSpan.FromSeconds(14);

    /// <summary>What a process prints that has its place among the others.</summary>
    static readonly string[] Joined = ["This process runs the desk", "Another process runs the desk"];

    readonly List<BotProcess> members = [];

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The output of those that ended in a way that nobody caused.</summary>
    public List<string> Surprises { get; } = [];

    public int Count => members.Count;

    public async Task StartAsync()
    {
        var bot = BotProcess.Start(folder.Path, ["run", "--database", database], Settings());
        members.Add(bot);
        await Task.WhenAny(Joined.Select(bot.UntilPrintedAsync));
    }

    /// <summary>A machine dies.</summary>
    public async Task KillAsync(int which)
    {
        var victim = Take(which);
        await victim.KillAsync();
        await victim.DisposeAsync();
        await StartAsync();
    }

    /// <summary>A machine stands still for longer than it is believed to live, and goes on.</summary>
    public async Task FreezeAsync(int which)
    {
        var victim = Take(which);
        victim.Suspend();
        await Task.Delay(Frozen, Ct);
        victim.Resume();
        if (await victim.ExitCodeAsync() != 1 || !victim.Output.Contains("other processes have taken over", StringComparison.Ordinal))
            Surprises.Add(victim.Output);
        await victim.DisposeAsync();
        await StartAsync();
    }

    /// <summary>An operator stops one, and starts it again.</summary>
    public async Task StopAsync(int which)
    {
        var victim = Take(which);
        if (await victim.StopAsync() != 0)
            Surprises.Add(victim.Output);
        await victim.DisposeAsync();
        await StartAsync();
    }

    public void EndConnections() => postgres.EndConnections();

    public void RestartServer() => postgres.Restart();

    /// <summary>All of them, as an operator stops them.</summary>
    public async Task StopAllAsync()
    {
        foreach (var member in members)
        {
            if (await member.StopAsync() != 0)
                Surprises.Add(member.Output);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var member in members)
            await member.DisposeAsync();
    }

    BotProcess Take(int which)
    {
        var victim = members[which % members.Count];
        members.Remove(victim);
        return victim;
    }

    Dictionary<string, string> Settings() => new()
    {
        ["DISCORD__TOKEN"] = LocalDiscordServer.Token,
        ["DISCORD__APIBASE"] = discord.ApiBase.AbsoluteUri,
        ["CONTENT__LOOKEVERY"] = "00:00:02",
    };
}
