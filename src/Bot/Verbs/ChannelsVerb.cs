using System.CommandLine;
using Bot.Commands;
using News;
using News.Rules;
using News.Storage;

namespace Bot.Verbs;

/// <summary><c>channels export [FILE]</c> and <c>channels import FILE</c>: the rules of all channels, as a file to be kept with other files.</summary>
static class ChannelsVerb
{
    static readonly Argument<string?> Target = new("FILE") { Description = "Where to write it (otherwise it is printed)", Arity = ArgumentArity.ZeroOrOne };

    static readonly Argument<string> Source = new("FILE") { Description = "What to read" };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var export = new Command("export", "Write the channels and their rules as YAML") { Target };
        export.SetAction((parsed, ct) => RunAsync(parsed, store => ExportAsync(store, parsed.GetValue(Target), ct)));
        var import = new Command("import", "Take rules from such a file, and add channels that are not there; all of it, or, where anything is wrong, nothing") { Source };
        import.SetAction((parsed, ct) => RunAsync(parsed, store => ImportAsync(store, parsed.GetValue(Source)!, ct)));
        return new("channels", "Keep the rules of channels in a file") { export, import };
    }

    static async Task<int> RunAsync(ParseResult parsed, Func<SubscriptionStore, Task<int>> work)
    {
        if (ProgramOptions.Settings(parsed) is not { } settings)
            return ExitCodes.Unusable;
        if (!File.Exists(settings.Content.Database))
        {
            Console.Error.WriteLine($"There is no database at {Path.GetFullPath(settings.Content.Database)}. The bot makes it when it first runs; name another with --database.");
            return ExitCodes.Unusable;
        }

        try
        {
            return await work(new(new(settings.Content.Database), TimeProvider.System));
        }
        catch (Exception unusable) when (unusable is NewsDatabaseException or IOException or UnauthorizedAccessException)
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
        Console.Error.WriteLine($"{Count(all.Count)}{(file is null ? "" : $" in {file}")}.");
        return ExitCodes.Done;
    }

    static async Task<int> ImportAsync(SubscriptionStore subscriptions, string file, CancellationToken ct)
    {
        var plan = ChannelsPlan.Of(await File.ReadAllTextAsync(file, ct), file, await subscriptions.AllAsync(ct), mayAdd: true);
        foreach (var problem in plan.Problems)
            Console.Error.WriteLine(problem);
        if (plan.Problems is not [])
        {
            Console.Error.WriteLine("Nothing is changed.");
            return ExitCodes.Wrong;
        }

        await subscriptions.SaveAllAsync(plan.Wanted, by: null, ct);
        foreach (var change in plan.Changes)
        {
            Console.WriteLine($"{change.Channel}{(change.Before is null ? " is added" : "")}");
            foreach (var line in change.Lines)
                Console.WriteLine($"  {line}");
        }

        Console.Error.WriteLine($"{Count(plan.Changes.Count)} changed.");
        return ExitCodes.Done;
    }

    static string Count(int channels) => channels == 1 ? "1 channel" : $"{channels} channels";
}
