using System.Reflection;
using System.Text;
using Shared;
using Spectre.Console;

namespace EndToEnd.Tests;

/// <summary>
/// Runs a verb to its end inside this process, which saves a second each time; a program in <c>BOT_PROGRAM</c> still gets a process.
/// The current folder belongs to the whole process, so verbs run one after another.
/// </summary>
static class CommandLine
{
    static readonly SemaphoreSlim Turn = new(1);
    static readonly AsyncLocal<StringBuilder?> Output = new(), Errors = new();
    static readonly MethodInfo Main = Assembly.Load("Bot").EntryPoint!;

    static CommandLine()
    {
        // Whoever runs the tests may have a token of their own in the environment.
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(BotProcess.IsTheirs))
            Environment.SetEnvironmentVariable(name, null);
        Console.SetOut(new Redirected(Console.Out, Output));
        Console.SetError(new Redirected(Console.Error, Errors));
        AnsiConsole.Console = AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(new Redirected(TextWriter.Null, Output)),
        });
    }

    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string folder, params IEnumerable<string> arguments)
    {
        if (BotProcess.IsPublished)
            return await BotProcess.RunAsync(folder, arguments);

        var ct = TestContext.Current.CancellationToken;
        await Turn.WaitAsync(ct);
        var before = Environment.CurrentDirectory;
        try
        {
            Environment.CurrentDirectory = folder;
            if (DeskPlace.IsServer)
                Environment.SetEnvironmentVariable(DeskPlace.Variable, DeskPlace.In(folder));
            var (output, errors) = (new StringBuilder(), new StringBuilder());
            var exitCode = await Task.Run(() => Run([.. arguments], output, errors), ct);
            return (exitCode, output.ToString(), errors.ToString());
        }
        finally
        {
            Environment.CurrentDirectory = before;
            Turn.Release();
        }
    }

    static int Run(string[] arguments, StringBuilder output, StringBuilder errors)
    {
        (Output.Value, Errors.Value) = (output, errors);
        return (int)Main.Invoke(obj: null, [arguments])!;
    }

    /// <summary>Takes what the verb prints; what the tests print goes where it went before.</summary>
    sealed class Redirected(TextWriter otherwise, AsyncLocal<StringBuilder?> taken) : TextWriter
    {
        public override Encoding Encoding => otherwise.Encoding;

        public override void Write(char value)
        {
            if (taken.Value is { } text)
                text.Append(value);
            else
                otherwise.Write(value);
        }

        public override void Write(string? value)
        {
            if (taken.Value is { } text)
                text.Append(value);
            else
                otherwise.Write(value);
        }

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Flush() => otherwise.Flush();
    }
}
