using Articles.Files;
using Desk.Importing;
using Desk.Outbox;
using Discord.Models;

namespace Bot.Cards;

/// <summary>The alert about problems in the content folder: one message, in which fixed problems are struck through.</summary>
static class AlertMessage
{
    /// <summary>The name of the button that withdraws the articles of missing files; it carries <see cref="HeldFiles.Token"/>.</summary>
    public const string WithdrawButton = "withdraw";

    const int Broken = 0xD1242F;
    const int Doubtful = 0xBF8700;
    const int Mended = 0x1A7F37;

    const int MostLines = 10;
    const int PathLength = 120;
    const int MessageLength = 240;

    /// <param name="folder">The name under which moderators know the content folder.</param>
    public static Embed For(Alert alert, string folder) => new()
    {
        Title = alert.IsOfFolder ? FolderTitle(alert) : Title(alert),
        Description = alert.IsSummary ? Summary(alert) : Lines(alert, folder),
        Color = Color(alert),
        Footer = new() { Text = Footer(alert) },
        Timestamp = alert.NotedAt,
    };

    /// <summary>A button for each folder that lost too many files, as long as the alert tells of exactly these files.</summary>
    public static IReadOnlyList<ActionRow> Buttons(Alert alert, IReadOnlyList<HeldFiles> held)
    {
        var told = alert.Problems.Where(one => one.MendedAt is null && !alert.IsSummary).Select(one => one.Problem).ToList();
        var buttons = held
            .Where(files => told.Contains(files.Problem))
            .Take(DiscordLimits.ButtonsPerRow)
            .Select(files => new Button
            {
                Style = ButtonStyle.Danger,
                Label = $"Withdraw {files.Paths.Count}",
                CustomId = new CustomId(WithdrawButton, files.Token).ToString(),
            });
        return buttons.ToArray() is [_, ..] row ? [ActionRow.Of(row)] : [];
    }

    /// <summary>
    /// Whether a message found in a channel is this alert. Another database may have had an alert of the same number, but not of the same
    /// moment.
    /// </summary>
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
            0 => $"✓ {problems} in the content folder, fixed",
            _ when standing < alert.Problems.Count => $"{problems} in the content folder, {alert.Problems.Count - standing} of them fixed",
            _ => $"{problems} in the content folder",
        };
    }

    static string Summary(Alert alert)
    {
        var problems = alert.Problems.Select(one => one.Problem).ToList();
        var errors = problems.Count(problem => problem.Severity is ContentSeverity.Error);
        if (problems.Exists(problem => problem.Path == ContentProblem.WholeFolder))
            return "First look at the folder: it has very many problems. Run `check` for the full list.";
        string[] kinds = [.. Kind(errors, "error"), .. Kind(problems.Count - errors, "warning")];
        var files = Count(problems.DistinctBy(problem => problem.Path).Count(), "file");
        return $"First look at the folder: {string.Join(" and ", kinds)} in {files}. Run `check` for the full list.";
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

    static string Place(ContentProblem problem) =>
        CardText.Code($"{CardText.Plain(problem.Path, PathLength)}:{problem.Line}:{problem.Column}");

    static int Color(Alert alert) => alert switch
    {
        { IsMended: true } => Mended,
        _ when alert.Problems.Any(told => told is { MendedAt: null, Problem.Severity: ContentSeverity.Error }) => Broken,
        _ => Doubtful,
    };

    static IEnumerable<string> Kind(int count, string what) => count == 0 ? [] : [Count(count, what)];

    static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
