using Bot.Cards;
using Bot.Texts;
using Desk.Archive;

namespace Bot.Commands.Read;

/// <summary>The numbered sources of an answer.</summary>
static class SourceLines
{
    /// <summary>As many as an answer has at most.</summary>
    const string Numbers = "¹²³⁴⁵";

    /// <param name="index">From 0.</param>
    public static char Number(int index) => Numbers[index];

    /// <param name="length">Of each of them, at most.</param>
    public static string Of(IReadOnlyList<Headline> sources, BotTexts words, int length = 600) => string.Join('\n', sources.Select(
        (source, at) => CardText.Linked(
            source.Title, source.Link, length, title => $"{Number(at)} **{title}**\n{StoryLines.Facts(source, words)}")));
}
