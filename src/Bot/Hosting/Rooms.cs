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
        .AddSingleton<DeliveryStore>()
        .AddSingleton<DigestStore>()
        .AddSingleton<NoticeStore>()
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
        .AddSingleton<AlertsSubcommand>()
        .AddSingleton<ISlashCommand, ChannelCommand>()
        .AddSingleton<CommandCatalog>();

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
        .AddSingleton<MessageSender>()
        .AddHostedService<ContentService>()
        .AddHostedService<OutboxWorker>()
        .AddHostedService<GatewayService>();
}
