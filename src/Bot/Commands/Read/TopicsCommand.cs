using System.Globalization;
using Bot.Cards;
using Bot.Commands.Interactions;
using Bot.Texts;
using Desk.Archive.Overviews;
using Desk.Archive.Questions;
using Discord.Models;

namespace Bot.Commands.Read;

/// <summary><c>/topics</c>: all topics with those below them, page by page.</summary>
sealed class TopicsCommand(ArchiveNamesStore names) : ISlashCommand, IButton
{
    const int PerPage = 20;
    const int NameLength = 100;

    public ApplicationCommand Spec { get; } = new()
    {
        Name = "topics",
        Description = "Show all topics",
        Options = [PrivateOption.Spec],
    };

    public string Name => Spec.Name;

    public Access Access => Access.Everyone;

    public async Task<Reply> RunAsync(SlashCall call, CancellationToken ct) =>
        PrivateOption.Apply(call, await PageAsync(page: 0, BotTexts.Of(call.Language), ct));

    public async Task<Reply> PressAsync(CustomIdInteraction interaction, CancellationToken ct) =>
        interaction.CustomId.Numbers is [var page and >= 0 and <= int.MaxValue / PerPage]
            ? await PageAsync((int)page, BotTexts.Of(interaction.Language), ct) with { Replaces = true }
            : Reply.Note(BotTexts.Of(interaction.Language).Answers.UnknownButton("/topics"));

    async Task<Reply> PageAsync(int page, BotTexts words, CancellationToken ct)
    {
        var tree = TopicTree.Of((await names.NamesAsync(ct)).Topics);
        if (tree is [])
            return Reply.Note(words.Answers.NoTopics);
        var shown = tree.Skip(page * PerPage).Take(PerPage).ToList();
        return new()
        {
            Embeds = [new()
            {
                Title = words.Reading.Topics,
                Description = shown is []
                    ? words.Answers.NothingOlder
                    : $"{string.Join('\n', Above(tree, page * PerPage).Concat(shown).Select(Line))}\n-# {words.Reading.HowToReadTopic}",
                Footer = tree.Count > PerPage ? new() { Text = words.Answers.Page(page + 1) } : null,
                Color = TopicColor.None,
            }],
            Components = Pager.Buttons(page, (page * PerPage) + shown.Count < tree.Count, words.Answers, at => new(Name, at)),
        };
    }

    /// <summary>The topics above the first one of a page, so that it doesn't look as if it were above others.</summary>
    static List<(NamedTopic Topic, int Depth)> Above(IReadOnlyList<(NamedTopic Topic, int Depth)> tree, int first)
    {
        var above = new List<(NamedTopic Topic, int Depth)>();
        var depth = first < tree.Count ? tree[first].Depth : 0;
        for (var at = first - 1; depth > 0; at--)
        {
            if (tree[at].Depth < depth)
            {
                above.Insert(0, tree[at]);
                depth--;
            }
        }

        return above;
    }

    static string Line((NamedTopic Topic, int Depth) line)
    {
        var name = CardText.Inline(line.Topic.Topic.Name, NameLength);
        var count = line.Topic.Articles.ToString(CultureInfo.InvariantCulture);
        // Discord shows lists up to a certain depth.
        return $"{new string(' ', 2 * Math.Min(line.Depth, 5))}- {(line.Depth == 0 ? $"**{name}**" : name)} · {count}";
    }
}
