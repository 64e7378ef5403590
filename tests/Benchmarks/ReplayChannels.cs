using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Desk.Channels;
using Desk.Database;
using Desk.Importing;
using Desk.Outbox;
using LocalDiscord.Guilds;

namespace Benchmarks;

/// <summary>A channel of the replay, its rules as the bot has them, and as the recount reads them.</summary>
/// <param name="Passes">Whether an article alone is enough for the channel, by its file.</param>
sealed record ReplayChannel(string Id, string Name, Destination Destination, ChannelRules Rules, Func<ReplayArticle, bool> Passes)
{
    public string Guild { get; init; } = Seed.GuildId;
}

/// <summary>The channels of the replay: of every destination, on two servers, and with a rule of each kind that stops stories.</summary>
static partial class ReplayChannels
{
    const int LeastHeat = 90;

    /// <summary>What the second server has.</summary>
    public const int Elsewhere = 4;

    /// <summary>The articles are from 2021, and two months of commits pass in an hour.</summary>
    static readonly ChannelRules All = new() { MaxAge = TimeSpan.FromDays(36_500), FloodLimit = 0 };

    /// <summary>Imports the folder and then adds all channels, so that only what comes later is news to them.</summary>
    public static async Task<IReadOnlyList<ReplayChannel>> SubscribeAsync(
        string database, string content, HttpClient people, CancellationToken ct)
    {
        using var guilds = await people.GetFromJsonAsync<JsonDocument>("sandbox/guilds", ct);
        var second = guilds!.RootElement[1];
        string[] elsewhere =
        [
            .. second.GetProperty("channels").EnumerateArray().Where(channel => channel.GetProperty("type").GetInt32() == 0)
                .Select(channel => channel.GetProperty("id").GetString()!).Take(Elsewhere),
        ];
        var channels = List(elsewhere, second.GetProperty("id").GetString()!);
        using var desk = new DeskDatabase(database);
        await new ArticleImporter(desk, new(content), TimeProvider.System).ImportAsync(TimeSpan.Zero, progress: null, ct);
        var administration = new ChannelAdministration(desk, TimeProvider.System);
        foreach (var one in channels)
        {
            await administration.SaveAsync(
                new() { Channel = one.Id, Guild = one.Guild, Destination = one.Destination, Latest = 0, Rules = one.Rules }, by: null, ct);
        }

        return channels;
    }

    static IReadOnlyList<ReplayChannel> List(string[] elsewhere, string guild) =>
    [
        new(Seed.NewsChannelId, "all", Destination.Text, All, _ => true),
        new(Seed.ForumChannelId, "forum", Destination.Forum, All, _ => true),
        new(Seed.AnnouncementsChannelId, "announcements", Destination.Announcement, All, _ => true),
        new(Seed.GeneralChannelId, "topic", Destination.Text, All with { Topics = ["portals"] },
            article => article.Topics.Contains("Portals")),
        new(elsewhere[0], "all, second server", Destination.Text, All, _ => true) { Guild = guild },
        new(elsewhere[1], "word", Destination.Text, All with { Words = [Pattern("Dataverse")] },
            article => Dataverse().IsMatch(article.Words)) { Guild = guild },
        new(elsewhere[2], "expression", Destination.Text, All with { Words = [Pattern("/(canvas|model-driven|power) apps?/")] },
            article => Apps().IsMatch(article.Words)) { Guild = guild },
        new(elsewhere[3], "popularity", Destination.Text, All with { LeastHeat = LeastHeat },
            article => article.Heat >= LeastHeat) { Guild = guild },
    ];

    static WordPattern Pattern(string text) => WordPattern.Parse(text, out var error) ?? throw new ArgumentException(error);

    [GeneratedRegex(@"\bdataverse\b", RegexOptions.IgnoreCase)]
    private static partial Regex Dataverse();

    [GeneratedRegex("(canvas|model-driven|power) apps?", RegexOptions.IgnoreCase)]
    private static partial Regex Apps();
}
