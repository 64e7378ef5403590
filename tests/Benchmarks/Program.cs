using System.CommandLine;
using Benchmarks;
using Benchmarks.Answers;
using Benchmarks.Peers;
using Benchmarks.Several;

var program = new RootCommand("Measures the desk and compares it with what is possible. Run it in Release.")
{
    PostingBenchmark.Command,
    FaultsBenchmark.Command,
    ReplayBenchmark.Command,
    SoakBenchmark.Command,
    ScaleBenchmark.Command,
    BusyNeighbor.Command,
    DecidingBenchmark.Command,
    PendingBenchmark.Command,
    TranscriptBenchmark.Command,
    LocalDiscordProcess.Command,
    FuzzBenchmark.Command,
    HostileFolderBenchmark.Command,
    ContentBenchmark.Command,
    YamlBenchmark.Command,
    CardsBenchmark.Command,
    PairsBenchmark.Command,
    AnswersBenchmark.Command,
    AskingBenchmark.Command,
    ImportProcess.Command,
    PeersBenchmark.Command,
    NullClient.Command,
    SeveralBenchmark.Command,
};
return await program.Parse(args).InvokeAsync();
