using Desk.Importing;
using Spectre.Console;

namespace Bot.Hosting;

/// <summary>A progress bar for files that are read, if there is a terminal; it disappears when the work is done.</summary>
static class ImportBar
{
    public static Task<T> ShowAsync<T>(Func<IProgress<ImportProgress>?, Task<T>> work)
    {
        // On standard error, so that the output of a verb can be redirected to a file.
        var terminal = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        if (Console.IsErrorRedirected || !terminal.Profile.Capabilities.Interactive)
            return work(null);

        return terminal.Progress()
            .AutoClear(true)
            .StartAsync(bar => work(new Reports(bar.AddTask("Reading articles"))));
    }

    sealed class Reports(ProgressTask task) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            task.MaxValue = Math.Max(value.Files, 1);
            task.Value = value.Looked;
        }
    }
}
