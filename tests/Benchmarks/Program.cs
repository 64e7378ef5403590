using System.CommandLine;
using Benchmarks;

var program = new RootCommand("What the desk achieves, beside what is possible. Run it in Release.")
{
    PostingBenchmark.Command,
    FaultsBenchmark.Command,
    KillsBenchmark.Command,
    DecidingBenchmark.Command,
    PendingBenchmark.Command,
    LocalDiscordProcess.Command,
    FuzzBenchmark.Command,
    ContentBenchmark.Command,
    ImportProcess.Command,
};
return await program.Parse(args).InvokeAsync();
