using System.CommandLine;
using Bot.Commands.Channels;
using Desk.Channels;
using Desk.Database;
using Desk.Outbox;

namespace Bot.Cli;

/// <summary><c>channels export [FILE]</c> and <c>channels import FILE</c>: the rules of all channels in a file.</summary>
static class ChannelsVerb
{
    static readonly Argument<string?> Target = new("FILE")
    {
        Description = "The file to write (default: print it)",
        Arity = ArgumentArity.ZeroOrOne,
    };

    static readonly Argument<string> Source = new("FILE") { Description = "The file to read" };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var export = new Command("export", "Write all channels and their rules as YAML") { Target };
        export.SetAction((parsed, ct) => RunAsync(parsed, database => ExportAsync(new(database), parsed.GetValue(Target), ct)));
        var import = new Command("import", "Apply the rules in a YAML file and add new channels; a file with a mistake changes nothing")
        {
            Source,
        };
        import.SetAction((parsed, ct) => RunAsync(
            parsed,
            database => ImportAsync(new(database), new(database, TimeProvider.System), parsed.GetValue(Source)!, ct)));
        return new("channels", "Export or import the rules of channels") { export, import };
    }

    static async Task<int> RunAsync(ParseResult parsed, Func<DeskDatabase, Task<int>> work)
    {
        if (ProgramOptions.Settings(parsed) is not { } settings)
            return ExitCodes.Unusable;
        if (!ProgramOptions.HasDatabase(settings))
            return ExitCodes.Unusable;

        try
        {
            return await work(new(settings.Content.Database));
        }
        catch (Exception unusable) when (unusable is DatabaseException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(unusable.Message);
            return ExitCodes.Unusable;
        }
    }

    static async Task<int> ExportAsync(SubscriptionStore subscriptions, string? file, CancellationToken ct)
    {
        var all = (await subscriptions.AllAsync(ct)).Where(one => one.Destination is not Destination.Member).ToList();
        var yaml = ChannelsFile.Write([.. all.Select(one => new ChannelEntry(one.Channel, Name: null, one.Rules))]);
        if (file is null)
            Console.Write(yaml);
        else
            await File.WriteAllTextAsync(file, yaml, ct);
        Console.Error.WriteLine($"{Count(all.Count)} exported{(file is null ? "" : $" to {file}")}.");
        return ExitCodes.Done;
    }

    static async Task<int> ImportAsync(
        SubscriptionStore subscriptions, ChannelAdministration administration, string file, CancellationToken ct)
    {
        var plan = ChannelsPlan.Of(await File.ReadAllTextAsync(file, ct), file, await subscriptions.AllAsync(ct), mayAdd: true);
        foreach (var problem in plan.Problems)
            Console.Error.WriteLine(problem);
        if (plan.Problems is not [])
        {
            Console.Error.WriteLine("Nothing was changed.");
            return ExitCodes.Wrong;
        }

        await administration.SaveAllAsync(plan.Wanted, by: null, ct);
        foreach (var change in plan.Changes)
        {
            Console.WriteLine($"{change.Channel}{(change.Before is null ? " added" : "")}");
            foreach (var line in change.Lines)
                Console.WriteLine($"  {line}");
        }

        Console.Error.WriteLine($"{Count(plan.Changes.Count)} changed.");
        return ExitCodes.Done;
    }

    static string Count(int channels) => channels == 1 ? "1 channel" : $"{channels} channels";
}
