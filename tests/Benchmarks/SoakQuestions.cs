using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Benchmarks;

/// <summary>Members who ask, and ask again if the bot was not there: also a member's Discord shows that it didn't answer.</summary>
sealed class SoakQuestions(HttpClient people, Random random)
{
    /// <summary>Longer than a connection that is lost for good takes to be replaced.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    static readonly string[] Kinds =
    [
        Command("/latest count:5"), Command("/topic name:Harbour"), Command("/search words:coast"), Command("/search words:\"story 7\""),
        Command("/ask question:What happened at the coast yesterday?"), Command("/trending"), Command("/topics"),
        Command("/outlet name:Harbour Gazette"), Command("/timeline story:Story 1 of the coast"), Command("/catchup"),
        """{"as": "member", "suggest": "/topic name:ha"}""", """{"as": "member", "suggest": "/article title:story"}""",
    ];

    int asked, answered, repeated;

    public int Asked => asked;

    public int Answered => answered;

    /// <summary>How often somebody had to ask again.</summary>
    public int Repeated => repeated;

    /// <summary>What was not answered, and what was said in its place.</summary>
    public string? Unanswered { get; private set; }

    public async Task AskAsync(CancellationToken ct)
    {
        var question = Kinds[random.Next(Kinds.Length)];
        Interlocked.Increment(ref asked);
        for (var patience = Stopwatch.StartNew(); ; Interlocked.Increment(ref repeated))
        {
            using var body = new StringContent(question, Encoding.UTF8, "application/json");
            using var answer = await people.PostAsync("sandbox/interactions", body, ct);
            if (answer.IsSuccessStatusCode)
            {
                Interlocked.Increment(ref answered);
                return;
            }

            if (patience.Elapsed > Patience || (int)answer.StatusCode is >= 400 and < 500)
            {
                Unanswered = $"{question}: {await answer.Content.ReadAsStringAsync(ct)}";
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), ct);
        }
    }

    static string Command(string typed) => $$"""{"as": "member", "channel": "general", "command": "{{JsonEncodedText.Encode(typed)}}"}""";
}
