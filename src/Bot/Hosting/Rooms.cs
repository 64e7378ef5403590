using Bot.Commands;
using Bot.Posting;
using Discord;
using Microsoft.Extensions.DependencyInjection;
using News.Importing;
using News.Reading;
using News.Storage;

namespace Bot.Hosting;

/// <summary>What each room brings to the host.</summary>
static class Rooms
{
    /// <exception cref="NewsDatabaseException">The database can't be used.</exception>
    public static IServiceCollection AddNews(this IServiceCollection services, ContentOptions content) => services
        .AddSingleton(content)
        .AddSingleton(new NewsDatabase(content.Database))
        .AddSingleton(new ContentFolder(content.Folder))
        .AddSingleton<ArticleImporter>()
        .AddSingleton(services => new ContentWatcher(services.GetRequiredService<ContentFolder>(), content.LookEvery, services.GetRequiredService<TimeProvider>()))
        .AddSingleton<ImportStore>()
        .AddSingleton<ArticleStore>()
        .AddSingleton<SubscriptionStore>()
        .AddSingleton<StoryStore>()
        .AddSingleton<PauseStore>()
        .AddSingleton<DeliveryStore>()
        .AddSingleton<RecentPosts>()
        .AddSingleton<DigestStore>()
        .AddSingleton<OrderStore>()
        .AddSingleton<DeliveryHistory>()
        .AddSingleton<NoticeStore>()
        .AddSingleton<FollowStore>()
        .AddSingleton<NewCoverageStore>()
        .AddSingleton<AlertStore>();

    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<OutboxSignal>()
        .AddSingleton<HeadlinePages>()
        .AddSingleton<CoveragePages>()
        .AddSingleton<IButton>(provider => provider.GetRequiredService<HeadlinePages>())
        .AddSingleton<IButton>(provider => provider.GetRequiredService<CoveragePages>())
        .AddSingleton<IButton, DigestPages>()
        .AddSingleton<SearchPages>()
        .AddSingleton<IButton>(provider => provider.GetRequiredService<SearchPages>())
        .AddSingleton<ISlashCommand, LatestCommand>()
        .AddSingleton<ISlashCommand, SearchCommand>()
        .AddSingleton<ISlashCommand, TopicCommand>()
        .AddSingleton<ISlashCommand, RelatedCommand>()
        .AddSingleton<ISlashCommand, ChannelCommand>()
        .AddFollowing()
        .AddChannelSubcommands()
        .AddSingleton<CommandCatalog>();

    static IServiceCollection AddFollowing(this IServiceCollection services) => services
        .AddSingleton<FollowingPanel>()
        .AddSingleton<FollowingCommand>()
        .AddSingleton<ISlashCommand, FollowCommand>()
        .AddSingleton<ISlashCommand>(provider => provider.GetRequiredService<FollowingCommand>())
        .AddSingleton<IButton>(provider => provider.GetRequiredService<FollowingCommand>())
        .AddSingleton<IForm>(provider => provider.GetRequiredService<FollowingCommand>())
        .AddSingleton<IButton, FollowStoryButton>();

    /// <summary>In the order in which Discord shows them.</summary>
    static IServiceCollection AddChannelSubcommands(this IServiceCollection services) => services
        .AddFiles()
        .AddSingleton<GuildSubscriptions>()
        .AddSingleton<RulesTrial>()
        .AddSingleton<RuleMenus>()
        .AddSingleton<RulesPanel>()
        .AddSingleton<RulesEditor>()
        .AddSingleton<HistorySubcommand>()
        .AddSingleton<LogSubcommand>()
        .AddSingleton<ImportSubcommand>()
        .AddSingleton<AlertsSubcommand>()
        .AddSingleton<OrderButton>()
        .AddSingleton<ISubcommand, AddSubcommand>()
        .AddSingleton<ISubcommand>(provider => provider.GetRequiredService<RulesEditor>())
        .AddSingleton<ISubcommand, ListSubcommand>()
        .AddSingleton<ISubcommand, PauseSubcommand>()
        .AddSingleton<ISubcommand, ResumeSubcommand>()
        .AddSingleton<ISubcommand, RemoveSubcommand>()
        .AddSingleton<ISubcommand, TestSubcommand>()
        .AddSingleton<ISubcommand, WhySubcommand>()
        .AddSingleton<ISubcommand>(provider => provider.GetRequiredService<HistorySubcommand>())
        .AddSingleton<ISubcommand, ResendSubcommand>()
        .AddSingleton<ISubcommand, BackfillSubcommand>()
        .AddSingleton<ISubcommand>(provider => provider.GetRequiredService<LogSubcommand>())
        .AddSingleton<ISubcommand, ExportSubcommand>()
        .AddSingleton<ISubcommand>(provider => provider.GetRequiredService<ImportSubcommand>())
        .AddSingleton<ISubcommand>(provider => provider.GetRequiredService<AlertsSubcommand>())
        .AddSingleton<IButton>(provider => provider.GetRequiredService<RulesEditor>())
        .AddSingleton<IForm>(provider => provider.GetRequiredService<RulesEditor>())
        .AddSingleton<IButton>(provider => provider.GetRequiredService<HistorySubcommand>())
        .AddSingleton<IButton>(provider => provider.GetRequiredService<LogSubcommand>())
        .AddSingleton<IButton>(provider => provider.GetRequiredService<ImportSubcommand>())
        .AddSingleton<IButton>(provider => provider.GetRequiredService<OrderButton>())
        .AddSingleton<IButton, RetryButton>();

    /// <summary>Files that people attach are fetched apart from Discord's API, and without its token.</summary>
    static IServiceCollection AddFiles(this IServiceCollection services) => services
        .AddSingleton(_ => new AttachmentReader(new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(10) }));

    public static IServiceCollection AddDiscord(this IServiceCollection services, DiscordOptions discord) => services
        .AddSingleton(discord)
        .AddSingleton(new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }))
        .AddSingleton<RateLimiter>()
        .AddSingleton<DiscordRest>()
        .AddSingleton<GatewayClient>();

    /// <summary>Nothing while there is no public key.</summary>
    public static IServiceCollection AddInteractions(this IServiceCollection services, InteractionsOptions interactions) =>
        interactions.PublicKey.Length == 0 ? services : services.AddSingleton(interactions).AddHostedService<InteractionsService>();

    public static IServiceCollection AddDesk(this IServiceCollection services, IReadOnlyList<ChannelOptions> channels, PostingOptions posting) => services
        .AddSingleton(channels)
        .AddSingleton(posting)
        .AddSingleton<FatalStop>()
        .AddSingleton<SettingsChannels>()
        .AddSingleton<CommandRegistrar>()
        .AddSingleton<InteractionDispatcher>()
        .AddSingleton<ContentAlerts>()
        .AddSingleton<ChannelHistory>()
        .AddSingleton<Postbox>()
        .AddSingleton<IDrafts, StoryDrafts>()
        .AddSingleton<IDrafts, DigestDrafts>()
        .AddSingleton<IDrafts, PublicationDrafts>()
        .AddSingleton<IDrafts, AlertDrafts>()
        .AddSingleton<IDrafts, NoticeDrafts>()
        .AddSingleton<IDrafts, CoverageDrafts>()
        .AddSingleton<IDrafts, StatusDrafts>()
        .AddSingleton<MessageSender>()
        .AddHostedService<ContentService>()
        .AddHostedService<OutboxWorker>()
        .AddHostedService<GatewayService>();
}
