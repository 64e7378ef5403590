using Articles.Text;

namespace Desk.Archive.Questions;

/// <summary>What was probably meant by a text that names no time.</summary>
public static class NearestTime
{
    const int MostWords = 64;

    /// <returns>In words that <see cref="QuestionReader.TimeOf"/> reads; null if none is near.</returns>
    public static string? Of(string typed, DateTimeOffset now)
    {
        var words = QuestionToken.Of(FoldedText.Of(typed), MostWords).Select(token => TimeWords.Nearest(token.Word)).ToList();
        var spelled = string.Join(' ', words);
        if (words.Count > 0 && QuestionReader.TimeOf(spelled, now) is not null)
            return spelled == FoldedText.Of(typed).Trim() ? null : spelled;
        // A day that the month doesn't have.
        return words is [var day] && day.LastIndexOf('-') is > 0 and var end && QuestionReader.TimeOf(day[..end], now) is not null
            ? day[..end]
            : null;
    }
}
