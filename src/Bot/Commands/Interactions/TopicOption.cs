using Desk.Archive;
using Discord.Models;

namespace Bot.Commands.Interactions;

/// <summary>An option for one or several topics; see <see cref="NameOptions"/> for what is typed in it.</summary>
static class TopicOption
{
    public static ApplicationCommandOption Named(string name, string description) =>
        new() { Type = OptionType.String, Name = name, Description = description, Autocomplete = true };

    /// <summary>The topics' names; the slug of a topic that no longer exists.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(ArticleStore articles, IEnumerable<string> slugs, CancellationToken ct)
    {
        var names = new List<string>();
        foreach (var slug in slugs)
            names.Add((await articles.TopicAsync(slug, ct))?.Name ?? slug);
        return names;
    }
}
