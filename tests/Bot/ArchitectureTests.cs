using System.Reflection;
using Articles;
using Bot.Hosting;
using Desk.Database;
using Shared.Architecture;

namespace Bot.Tests;

/// <summary>The order of folders, as in docs/architecture.md. The tests of the local Discord check its own order.</summary>
public sealed class ArchitectureTests
{
    static readonly string[][] Layers =
    [
        ["Articles"],
        ["Articles.Text"],
        ["Articles.Headlines"],
        ["Articles.Files"],
        ["Articles.Stories"],
        ["Desk.Database"],
        ["Desk.Archive"],
        ["Desk.Archive.Questions"],
        ["Desk.Archive.Search"],
        ["Desk.Archive.Summaries"],
        ["Desk.Archive.Meaning"],
        ["Desk.Archive.Overviews"],
        ["Desk.Channels"],
        ["Desk.Outbox"],
        ["Desk.Importing"],
        ["Discord.Models"],
        ["Discord.Rest"],
        ["Discord.Gateway", "Discord.Interactions"],
        ["Bot.Meaning"],
        ["Bot.Summaries"],
        ["Bot.Texts"],
        ["Bot.Charts"],
        ["Bot.Pictures"],
        ["Bot.Cards"],
        ["Bot.Newsletters"],
        ["Bot.Posting"],
        ["Bot.Commands.Interactions"],
        ["Bot.Commands.Read"],
        ["Bot.Commands.Rules"],
        ["Bot.Commands.Follow", "Bot.Commands.Channels"],
        ["Bot.Commands"],
        ["Bot.Health"],
        ["Bot.Hosting"],
        ["Bot.Cli"],
    ];

    static readonly Assembly ArticlesAssembly = typeof(Article).Assembly;
    static readonly Assembly DeskAssembly = typeof(DeskDatabase).Assembly;
    static readonly Assembly DiscordAssembly = Assembly.Load("Discord");
    static readonly Assembly BotAssembly = typeof(BotSettings).Assembly;

    [Fact]
    public void Folders_use_each_other_in_one_direction() =>
        Assert.Empty(new LayerOrder(Layers).Violations(ArticlesAssembly, DeskAssembly, DiscordAssembly, BotAssembly));

    [Fact]
    public void Reversed_dependency_is_found()
    {
        var violations = new LayerOrder([.. Layers.Reverse()]).Violations(ArticlesAssembly, DeskAssembly, DiscordAssembly, BotAssembly);

        Assert.Contains("Desk.Archive.StoryStore uses Desk.Database.DeskDatabase", violations);
        Assert.Contains("Bot.Posting.MessageSender uses Desk.Outbox.DeliveryStore", violations);
        Assert.Contains("Articles.Stories.Story uses Articles.Article", violations);
    }

    [Fact]
    public void Articles_knows_no_database_and_neither_Articles_nor_Desk_knows_Discord()
    {
        Assert.Empty(References(ArticlesAssembly, "Desk", "Discord", "LocalDiscord", "Dapper", "Sqlite", "Data"));
        Assert.Empty(References(DeskAssembly, "Discord", "LocalDiscord", "AspNetCore"));
    }

    static IEnumerable<string> References(Assembly assembly, params IReadOnlyList<string> names) => assembly.GetReferencedAssemblies()
        .Select(referenced => referenced.Name!)
        .Where(name => names.Any(part => name.Contains(part, StringComparison.Ordinal)));
}
