namespace Benchmarks.Peers;

/// <summary>The bot's commands and its answer to <c>/latest count:5</c> as JSON files, for peers that answer the same.</summary>
sealed record ConstantAnswer(string CommandsFile, string AnswerFile)
{
    public static async Task<ConstantAnswer> RecordAsync(PeerBench bench, CancellationToken ct)
    {
        var archive = await bench.ArchiveAsync(ct);
        await using var stage = await Stage.OpenAsync(ct);
        await using var bot = bench.StartBot(stage.Address, archive.Folder, archive.Database);
        await stage.UntilRegisteredAsync(ct);
        await stage.AskAsync(ct);
        var request = await stage.RequestAsync("/interactions/{interaction}/{token}/callback", ct)
            ?? throw new InvalidOperationException("The bot has not answered.");
        var constant = new ConstantAnswer(bench.FileName("commands.json"), bench.FileName("answer.json"));
        await File.WriteAllTextAsync(constant.CommandsFile, await stage.CommandsAsync(ct), ct);
        await File.WriteAllTextAsync(constant.AnswerFile, request.GetProperty("data").GetRawText(), ct);
        return constant;
    }
}
