using Discord;
using News;
using News.Reading;

namespace Bot.Cards;

/// <summary>How moderators are told what is wrong in the content folder: one message, in which what was mended is struck through.</summary>
static class AlertMessage
{
    const int Broken = 0xD1242F;
    const int Doubtful = 0xBF8700;
    const int Mended = 0x1A7F37;

    const int MostLines = 10;
    const int PathLength = 120;
    const int MessageLength = 240;

    /// <param name="alert">What to tell.</param>
    /// <param name="folder">What the content folder is called there.</param>
    public static Embed For(Alert alert, string folder) => new()
    {
        Title = alert.IsOfFolder ? FolderTitle(alert) : Title(alert),
        Description = alert.IsSummary ? Summary(alert) : Lines(alert, folder),
        Color = Color(alert),
        Footer = new() { Text = Footer(alert) },
        Timestamp = alert.NotedAt,
    };

    /// <summary>Whether a message, found in a channel, is this alert. Another database may have had one of the same number, but not of the same moment.</summary>
    public static bool IsOf(Alert alert, Message message) =>
        message.Embeds.Any(embed => embed.Footer?.Text == Footer(alert) && embed.Timestamp == alert.NotedAt);

    static string Footer(Alert alert) => $"Alert {alert.Id}";

    static string FolderTitle(Alert alert) => alert.IsMended ? "✓ The content folder is back" : "The content folder can't be read";

    static string Title(Alert alert)
    {
        var problems = Count(alert.Problems.Count, "problem");
        var standing = alert.Problems.Count(problem => problem.MendedAt is null);
        return standing switch
        {
            0 => $"✓ {problems} in the content folder, mended",
            _ when standing < alert.Problems.Count => $"{problems} in the content folder, {alert.Problems.Count - standing} of them mended",
            _ => $"{problems} in the content folder",
        };
    }

    static string Summary(Alert alert)
    {
        var problems = alert.Problems.Select(one => one.Problem).ToList();
        var errors = problems.Count(problem => problem.Severity is ContentSeverity.Error);
        string[] kinds = [.. Kind(errors, "error"), .. Kind(problems.Count - errors, "warning")];
        return $"The folder was read for the first time: {string.Join(" and ", kinds)} in {Count(problems.DistinctBy(problem => problem.Path).Count(), "file")}. `check` tells them all.";
    }

    static string Lines(Alert alert, string folder)
    {
        var lines = alert.Problems.Take(MostLines).Select(problem => Line(problem, folder)).ToList();
        if (alert.Problems.Count - lines.Count is > 0 and var more)
            lines.Add($"and {more} more: run `check`");
        return string.Join('\n', lines);
    }

    static string Line(AlertedProblem told, string folder)
    {
        var problem = told.Problem;
        var message = CardText.Markdown(problem.Message, MessageLength);
        if (problem.Severity is ContentSeverity.Warning)
            message = $"warning: {message}";
        var line = problem.Path.Length == 0 ? message : $"{Place(problem.In(folder))} {message}";
        return told.MendedAt is { } at ? $"✓ ~~{line}~~ {DiscordText.Relative(at)}" : line;
    }

    static string Place(ContentProblem problem) => CardText.Code($"{CardText.Plain(problem.Path, PathLength)}:{problem.Line}:{problem.Column}");

    static int Color(Alert alert) => alert switch
    {
        { IsMended: true } => Mended,
        _ when alert.Problems.Any(told => told is { MendedAt: null, Problem.Severity: ContentSeverity.Error }) => Broken,
        _ => Doubtful,
    };

    static IEnumerable<string> Kind(int count, string what) => count == 0 ? [] : [Count(count, what)];

    static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
