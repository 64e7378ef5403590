using System.CommandLine;
using System.Globalization;
using Desk.Archive.Search;
using Spectre.Console;

namespace Benchmarks.Answers;

/// <summary>
/// How well questions about the corpus are answered: the right article first or among the first five, the right ones on the first page
/// of a filtered list, and questions without an answer refused.
/// </summary>
static class AnswersBenchmark
{
    static readonly Option<string> Corpus = new("--corpus")
    {
        DefaultValueFactory = _ => "../shared/corpus/powerapps-2021-10-01",
        Description = "The folder with _news and _data",
    };
    static readonly Option<string> Program = new("--program")
    {
        DefaultValueFactory = _ => "src/Bot/bin/Release/net10.0",
        Description = "The folder with the bot and its model",
    };
    static readonly Option<bool> Words = new("--words") { Description = "Only by words, as without the model" };
    static readonly Option<bool> Show = new("--show") { Description = "Only the tuning half, with what went wrong" };

    static readonly Option<string?> Signs = new("--signs")
    {
        Description = "A file to write the signs of certainty to, a line for each question",
    };

    public static Command Command { get; } = Describe();

    static Command Describe()
    {
        const string description = "Asks many questions about the corpus, and compares the answers with plain search";
        var command = new Command("answers", description) { Corpus, Program, Words, Show, Signs };
        command.SetAction(async (parsed, ct) =>
        {
            using var desk = await AnswersDesk.OpenAsync(
                parsed.GetValue(Corpus)!, Path.GetFullPath(parsed.GetValue(Program)!), parsed.GetValue(Words), ct);
            await RunAsync(desk, parsed.GetValue(Show), parsed.GetValue(Signs), ct);
        });
        return command;
    }

    static async Task RunAsync(AnswersDesk desk, bool show, string? signs, CancellationToken ct)
    {
        using var plain = new PlainSearch(desk.Articles);
        var table = new Table().AddColumns("half", "questions", "measure", "plain FTS5", "MiniLM", "the desk", "95%");
        foreach (var half in show ? (string[])["tuning"] : ["tuning", "heldout"])
        {
            var answers = new List<Answered>();
            foreach (var asked in AskedQuestion.Read().Where(asked => asked.Half == half))
            {
                var (results, files) = await desk.FindAsync(asked.Question, ct);
                answers.Add(new(asked, files, results, plain.Find(asked.Question), await desk.NearestAsync(asked.Question, ct)));
            }

            foreach (var (kind, measure, score) in Measures)
            {
                var of = answers.Where(answer => answer.Asked.Kind == kind).ToList();
                if (of.Count == 0)
                    continue;
                var hits = of.Sum(answer => score(answer, answer.Files));
                table.AddRow(
                    half, $"{of.Count} {kind}", measure, $"{of.Sum(answer => score(answer, answer.Plain)) / of.Count:0.000}",
                    $"{of.Sum(answer => score(answer, answer.ByMeaning)) / of.Count:0.000}",
                    $"{hits / of.Count:0.000}", Share.Interval(hits, of.Count));
            }

            if (show)
                Explain(answers);
            if (signs is not null)
                await File.AppendAllLinesAsync(signs, answers.Where(answer => answer.Files.Count > 0).Select(answer => answer.Signs), ct);
        }

        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 110);
        AnsiConsole.Write(table);
    }

    static readonly (string Kind, string Measure, Func<Answered, IReadOnlyList<string>, double> Score)[] Measures =
    [
        ("known", "first", (answer, files) => answer.IsAmong(files, 1)),
        ("known", "among the first 5", (answer, files) => answer.IsAmong(files, 5)),
        ("misspelt", "first", (answer, files) => answer.IsAmong(files, 1)),
        ("filtered", "right ones on the first page", (answer, files) => answer.OnPage(files)),
        ("known", "refused", (answer, files) => answer.IsRefused(files)),
        ("misspelt", "refused", (answer, files) => answer.IsRefused(files)),
        ("unanswerable", "refused", (answer, files) => answer.IsRefused(files)),
    ];

    static void Explain(List<Answered> answers)
    {
        foreach (var answer in answers.Where(answer => answer.Asked.Kind is "known" or "misspelt" && answer.Place != 1))
            Console.WriteLine(answer);
        foreach (var answer in answers.Where(answer => answer.Asked.Kind is "filtered" && answer.OnPage(answer.Files) < 1))
            Console.WriteLine(
                $"{answer.Asked.Id} {answer.OnPage(answer.Files):0.00} {answer.Asked.Question} {answer.Results.Question.Filters}");
    }

    sealed record Answered(
        AskedQuestion Asked,
        IReadOnlyList<string> Files,
        SearchResults Results,
        IReadOnlyList<string> Plain,
        IReadOnlyList<string> ByMeaning)
    {
        /// <summary>The half, the kind, and the signs.</summary>
        public string Signs => string.Create(
            CultureInfo.InvariantCulture,
            $"{Asked.Id},{Asked.Half},{Asked.Kind},{Asked.Near},{string.Join(',', Certainty.Signs(Results))}");

        /// <summary>Other searches refuse only what they find nothing for.</summary>
        public double IsRefused(IReadOnlyList<string> files) => (ReferenceEquals(files, Files) ? !Results.IsAnswered : files is []) ? 1 : 0;

        public override string ToString() =>
            $"{Asked.Id} {Place,3} {Asked.Question} -> {(Files is [var first, ..] ? first : "nothing")} not {Asked.Expected[0]}";

        public int Place => Files.Index().Where(file => Asked.Expected.Contains(file.Item)).Select(file => file.Index + 1).FirstOrDefault();

        public double IsAmong(IReadOnlyList<string> files, int first) => files.Take(first).Any(Asked.Expected.Contains) ? 1 : 0;

        public double OnPage(IReadOnlyList<string> files) =>
            (double)files.Take(AnswersDesk.Page).Count(Asked.Expected.Contains)
            / Math.Min(AnswersDesk.Page, Math.Max(1, Asked.Expected.Count));
    }
}
