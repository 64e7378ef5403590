using System.CommandLine;
using Bot.Meaning;

namespace Bot.Cli;

/// <summary><c>embed FOLDER</c>: the process with the model. Only the bot itself starts it.</summary>
static class EmbedVerb
{
    static readonly Argument<string> Folder = new("folder") { Description = "The folder with the model" };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        var command = new Command("embed", "Read texts from standard input and write what they mean") { Folder };
        command.Hidden = true;
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(Folder)!, ct));
        return command;
    }

    static async Task<int> RunAsync(string folder, CancellationToken ct)
    {
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        using var model = new MiniLm(folder);
        while (await EmbeddingPipe.ReadTextAsync(input, ct) is { } text)
        {
            var vectors = await model.GenerateAsync([text], cancellationToken: ct);
            await EmbeddingPipe.WriteVectorAsync(output, vectors[0].Vector, ct);
        }

        return ExitCodes.Done;
    }
}
