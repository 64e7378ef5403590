using Bot.Hosting;
using Bot.Meaning;
using Desk.Archive.Questions;
using Desk.Archive.Search;
using Desk.Database;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bot.Tests.Meaning;

/// <summary>From a file to an answer, with the real model.</summary>
public sealed class MeaningTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Question_without_a_word_of_the_article_finds_it_once_the_model_has_read_it()
    {
        await using var newsroom = await OpenAsync();
        newsroom.Write("storm.md", Article("Storm puts the town under water"));
        await newsroom.ImportAsync();
        await newsroom.Get<DeskLease>().TryTakeAsync(Ct);
        var worker = newsroom.Get<IEnumerable<IHostedService>>().OfType<EmbeddingWorker>().Single();

        Assert.Equal("Nothing", await BestAsync(newsroom));
        await worker.ReadAllAsync(Ct);

        Assert.Equal("Storm puts the town under water", await BestAsync(newsroom));
    }

    [Fact]
    public async Task Worker_reads_what_a_later_import_brings()
    {
        await using var newsroom = await OpenAsync();
        await newsroom.Get<DeskLease>().TryTakeAsync(Ct);
        var worker = newsroom.Get<IEnumerable<IHostedService>>().OfType<EmbeddingWorker>().Single();
        await worker.StartAsync(Ct);
        newsroom.Write("storm.md", Article("Storm puts the town under water"));
        await newsroom.ImportAsync();

        using var late = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        late.CancelAfter(TimeSpan.FromMinutes(1));
        while (await BestAsync(newsroom) == "Nothing")
        {
            newsroom.Clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(10, late.Token);
        }

        await worker.StopAsync(Ct);
    }

    static Task<Newsroom> OpenAsync() => Newsroom.OpenAsync(services => services
        .AddLogging()
        .AddMeaning(new() { Endpoint = new("http://127.0.0.1:9"), Model = "replaced" })
        .AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(_ => EmbeddingProcessTests.Start(TimeProvider.System)));

    static async Task<string> BestAsync(Newsroom newsroom)
    {
        var found = await newsroom.Get<ArchiveSearch>().FindAsync("hurricane flooding", QuestionFilters.None, Ct);
        var headlines = await newsroom.Articles.HeadlinesAsync([.. found.Articles.Take(1)], Ct);
        return headlines is [var best] && best.Title.StartsWith("Storm puts", StringComparison.Ordinal) ? best.Title : "Nothing";
    }

    static string Article(string title) => $"""
        title: {title}
        publishedDateTime: 2026-11-20
        webUrl: https://lantern.example/storm
        provider: {"{"}name: The Lantern, domain: lantern.example{"}"}
        """;
}
