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

    public static string Of(IReadOnlyList<Headline> sources, BotTexts words) => string.Join('\n', sources.Select((source, at) =>
        CardText.Linked(source.Title, source.Link, 600, title => $"{Number(at)} **{title}**\n{StoryLines.Facts(source, words)}")));
}
