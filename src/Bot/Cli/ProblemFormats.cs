using System.Text.Json;
using System.Text.Json.Serialization;
using Articles.Files;
using Articles.Text;

namespace Bot.Cli;

/// <summary>How problems are printed for their readers: a person, a GitHub workflow, a program.</summary>
static partial class ProblemFormats
{
    /// <summary>By the value of <c>--format</c>.</summary>
    public static Dictionary<string, Func<IReadOnlyList<ContentProblem>, string>> All { get; } = new()
    {
        ["text"] = problems => Lines(problems, problem => problem.ToString()),
        ["github"] = problems => Lines(problems, Annotation),
        ["json"] = problems => JsonSerializer.Serialize(problems, ProblemJson.Default.IReadOnlyListContentProblem) + "\n",
    };

    static string Lines(IReadOnlyList<ContentProblem> problems, Func<ContentProblem, string> line) =>
        string.Concat(problems.Select(problem => line(problem) + "\n"));

    /// <summary>See https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message.</summary>
    static string Annotation(ContentProblem problem)
    {
        var severity = problem.Severity is ContentSeverity.Warning ? "warning" : "error";
        return $"::{severity} file={Property(problem.Path)},line={problem.Line},col={problem.Column}::{Data(problem.Message)}";
    }

    static string Data(string text) => OneLine.Of(text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A"));

    static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
    [JsonSerializable(typeof(IReadOnlyList<ContentProblem>))]
    sealed partial class ProblemJson : JsonSerializerContext;
}
