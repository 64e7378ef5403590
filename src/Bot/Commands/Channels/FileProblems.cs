using Articles.Files;
using Bot.Cards;
using Bot.Commands.Interactions;

namespace Bot.Commands.Channels;

/// <summary>What a person gets for a file with mistakes.</summary>
static class FileProblems
{
    const int Shown = 10;

    /// <param name="problems">At least one.</param>
    public static Reply Note(IReadOnlyList<ContentProblem> problems)
    {
        var lines = problems.Take(Shown).Select(problem => $"- {CardText.Markdown(problem.ToString(), 170)}");
        var more = problems.Count > Shown ? $"\n… and {problems.Count - Shown} more." : "";
        return Reply.Note($"Nothing was changed, because the file has errors:\n{string.Join('\n', lines)}{more}");
    }
}
