using Bot.Hosting;
using Desk.Database;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Bot.Cli;

/// <summary><c>status --watch</c>: one snapshot after another, in the same place of a terminal, or below each other in a file.</summary>
static class StatusWatch
{
    public static async Task<int> RunAsync(BotSettings settings, TimeSpan every, CancellationToken stop)
    {
        var output = StatusVerb.Output();
        try
        {
            if (output.Profile.Capabilities.Interactive && output.Profile.Out.IsTerminal)
                await LiveAsync(output, settings, every, stop);
            else
                await PrintAsync(output, settings, every, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // This is how it ends.
        }

        return ExitCodes.Done;
    }

    static async Task LiveAsync(IAnsiConsole terminal, BotSettings settings, TimeSpan every, CancellationToken stop) => await terminal
        .Live(await ViewAsync(settings, every, stop))
        .Overflow(VerticalOverflow.Ellipsis)
        .Cropping(VerticalOverflowCropping.Bottom)
        .StartAsync(async live =>
        {
            live.Refresh();
            while (true)
            {
                await Task.Delay(every, TimeProvider.System, stop);
                live.UpdateTarget(await ViewAsync(settings, every, stop));
            }
        });

    static async Task PrintAsync(IAnsiConsole output, BotSettings settings, TimeSpan every, CancellationToken stop)
    {
        while (true)
        {
            output.Write(await ViewAsync(settings, every, stop));
            output.WriteLine();
            await Task.Delay(every, TimeProvider.System, stop);
        }
    }

    /// <summary>What can't be read now may be there the next time.</summary>
    static async Task<IRenderable> ViewAsync(BotSettings settings, TimeSpan every, CancellationToken ct)
    {
        var heading = StatusView.Heading(TimeProvider.System.GetLocalNow(), every);
        if (!PostgresAddress.IsOne(settings.Content.Database) && !File.Exists(settings.Content.Database))
            return new Rows(heading, StatusView.Unusable($"There is no database at {Path.GetFullPath(settings.Content.Database)}."));
        try
        {
            var snapshot = await StatusSnapshot.ReadAsync(settings, TimeProvider.System, ct);
            return new Rows(heading, StatusView.Of(snapshot, settings.Content.Folder));
        }
        catch (DatabaseException unusable)
        {
            return new Rows(heading, StatusView.Unusable(unusable.Message));
        }
    }
}
