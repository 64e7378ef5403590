using Articles.Files;
using Bot.Commands;
using Bot.Health;
using Bot.Meaning;
using Bot.Pictures;
using Bot.Posting;
using Bot.Summaries;
using Desk.Archive;
using Desk.Archive.Meaning;
using Desk.Archive.Overviews;
using Desk.Archive.Questions;
using Desk.Archive.Search;
using Desk.Archive.Summaries;
using Desk.Channels;
using Desk.Database;
using Desk.Importing;
using Desk.Outbox;
using Discord.Gateway;
using Discord.Rest;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Hosting;

/// <summary>The services of the bot, by part.</summary>
static class ServiceCollectionExtensions
{
    /// <exception cref="DatabaseException">The database can't be used.</exception>
    public static IServiceCollection AddNews(this IServiceCollection services, ContentOptions content) =>
        services.AddNews(content, new DeskDatabase(content.Database));

    /// <param name="database">Closed with the services, so that all of it is in its file then.</param>
    static IServiceCollection AddNews(this IServiceCollection services, ContentOptions content, DeskDatabase database) => services
        .AddSingleton(content)
        .AddSingleton(_ => database)
        .AddSingleton(new ContentFolder(content.Folder))
        .AddSingleton(services => new ArticleImporter(
            services.GetRequiredService<DeskDatabase>(),
            services.GetRequiredService<ContentFolder>(),
            services.GetRequiredService<TimeProvider>())
        {
            ConfirmAfter = content.ConfirmAfter,
        })
        .AddSingleton(services => new ContentWatcher(
            services.GetRequiredService<ContentFolder>(), content.LookEvery, services.GetRequiredService<TimeProvider>()))
        .AddSingleton<ImportStore>()
        .AddSingleton<ArticleStore>()
        .AddSingleton<ArchiveNamesStore>()
        .AddSingleton(services => new ArchiveSearch(
            services.GetRequiredService<DeskDatabase>(),
            services.GetRequiredService<ArchiveNamesStore>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetService<MeaningSearch>() is { } meaning ? meaning.NearestAsync : null,
            services.GetService<KnownWords>()))
        .AddSingleton<StoryLists>()
        .AddSingleton<SummarySourceStore>()
        .AddSingleton<SubscriptionStore>()
        .AddSingleton<PresetStore>()
        .AddSingleton<ChannelAdministration>()
        .AddSingleton<StoryStore>()
        .AddSingleton<TitleSearch>()
        .AddSingleton<TitleSuggestions>()
        .AddSingleton<OutletStore>()
        .AddSingleton<GrowthStore>()
        .AddSingleton<CatchUpStore>()
        .AddSingleton<PauseStore>()
        .AddSingleton<DeskProcess>()
        .AddSingleton<DeskLease>()
        .AddSingleton<ShardStore>()
        .AddSingleton<OutboxLease>()
        .AddSingleton<DeliveryStore>()
        .AddSingleton<WithdrawalStore>()
        .AddSingleton<HeldFilesStore>()
        .AddSingleton<FoundMessageStore>()
        .AddSingleton<ForgottenCardStore>()
        .AddSingleton<RecentPosts>()
        .AddSingleton<PublicationStore>()
        .AddSingleton<DigestStore>()
        .AddSingleton<OrderStore>()
        .AddSingleton<OldRecords>()
        .AddSingleton<DeliveryHistory>()
        .AddSingleton<NoticeStore>()
        .AddSingleton<FloodStore>()
        .AddSingleton<FollowStore>()
        .AddSingleton<ChannelWeekStore>()
        .AddSingleton<MemberDataStore>()
        .AddSingleton<CoverageUpdateStore>()
        .AddSingleton<AlertStore>();

    /// <summary>Without the model's files, and when it is turned off, questions are understood by their words alone.</summary>
    public static IServiceCollection AddMeaning(this IServiceCollection services, AnswersOptions answers)
    {
        services.AddSingleton(ModelWords.In(answers.Folder));
        if (!answers.HasModel)
            return services;
        return services
            .AddSingleton<EmbeddingStore>()
            .AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(services => answers.Endpoint is { } endpoint
                ? EmbeddingEndpoint.At(endpoint, answers.Model, answers.Key)
                : new EmbeddingProcess(
                    EmbeddingProgram.For(answers.Folder, AppContext.BaseDirectory),
                    answers.IdleAfter,
                    services.GetRequiredService<TimeProvider>()))
            .AddSingleton(services => new MeaningSearch(
                services.GetRequiredService<EmbeddingStore>(),
                services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>(),
                answers.ModelName,
                answers.IdleAfter,
                services.GetRequiredService<TimeProvider>()))
            .AddHostedService(services => new EmbeddingWorker(
                services.GetRequiredService<DeskLease>(),
                services.GetRequiredService<EmbeddingStore>(),
                services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>(),
                answers.ModelName,
                answers.MostArticles,
                services.GetRequiredService<TimeProvider>(),
                services.GetRequiredService<ILogger<EmbeddingWorker>>()));
    }

    /// <summary>Without a service, answers have no button that asks for a summary.</summary>
    public static IServiceCollection AddSummaries(this IServiceCollection services, ChatServiceOptions chat)
    {
        if (chat.Endpoint is not { } endpoint)
            return services;
        return services
            .AddSingleton<IChatClient>(_ => ChatEndpoint.At(endpoint, chat.Model, chat.Key))
            .AddSingleton(services => new SummaryWriter(
                services.GetRequiredService<IChatClient>(),
                chat.Within,
                services.GetRequiredService<TimeProvider>(),
                services.GetRequiredService<ILogger<SummaryWriter>>()));
    }

    public static IServiceCollection AddDiscord(this IServiceCollection services, DiscordOptions discord) => services
        .AddSingleton(discord)
        .AddSingleton(services => HttpForDiscord(services.GetService<DeskProcess>(), services.GetService<TimeProvider>()))
        .AddSingleton(services => new RateLimiter(services.GetRequiredService<TimeProvider>(), discord.RequestsPerSecond))
        .AddSingleton<DiscordRest>()
        .AddSingleton(Shards)
        .AddSingleton<GatewayClient>();

    /// <summary>Processes that share a database divide the shards, unless the settings say which ones are whose.</summary>
    static IShardOwner Shards(IServiceProvider services) =>
        services.GetService<DeskProcess>() is { IsShared: true } && ShardPlan.IsWhole(services.GetRequiredService<DiscordOptions>().Shards)
            ? ActivatorUtilities.CreateInstance<LeasedShards>(services)
            : ActivatorUtilities.CreateInstance<PlannedShards>(services);

    /// <summary>Discord redirects nothing, and sends no more than a few megabytes: whatever does comes from somebody on the way.</summary>
    /// <param name="process">Null where nothing is sent that others might send, too, as for a preview.</param>
    /// <param name="clock">Null for the system's.</param>
    static HttpClient HttpForDiscord(DeskProcess? process, TimeProvider? clock)
    {
        var network = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
        };
        HttpMessageHandler handler = process is null
            ? network
            : new LeaseHandler(process, clock ?? TimeProvider.System) { InnerHandler = network };
        return new(handler) { MaxResponseContentBufferSize = 64 * 1024 * 1024 };
    }

    /// <summary>Without a public key, interactions come from the gateway, and nothing listens for them.</summary>
    public static IServiceCollection AddInteractions(this IServiceCollection services, InteractionsOptions interactions) =>
        interactions.PublicKey.Length == 0 ? services : services.AddSingleton(interactions).AddHostedService<InteractionsService>();

    /// <summary>
    /// Without an address, nobody can ask how the bot is, and nothing is counted. It listens before the first import, so that it tells
    /// about a long start, too.
    /// </summary>
    public static IServiceCollection AddHealth(this IServiceCollection services, HealthOptions health, AnswersOptions answers)
    {
        if (health.Listen is not { } listen)
            return services;
        return services
            .AddSingleton<GatewayCheck>()
            .AddSingleton<IHealthCheck>(services => services.GetRequiredService<GatewayCheck>())
            .AddSingleton<IHealthCheck, DatabaseCheck>()
            .AddSingleton<IHealthCheck, ContentCheck>()
            .AddSingleton<IHealthCheck, OutboxCheck>()
            .AddSingleton<IHealthCheck>(_ => new ModelCheck(answers))
            .AddSingleton<IHealthCheck, ClockCheck>()
            .AddSingleton<HealthReporter>()
            .AddSingleton<DeskGauges>()
            .AddSingleton(services => new HealthService(
                listen,
                services.GetRequiredService<HealthReporter>(),
                services.GetRequiredService<DeskGauges>(),
                services.GetRequiredService<FatalErrorHandler>(),
                services.GetRequiredService<ILogger<HealthService>>()))
            .AddHostedService(services => services.GetRequiredService<HealthService>());
    }

    /// <summary>Without a collector, nothing is traced. It begins before the first import, to trace that, too.</summary>
    public static IServiceCollection AddTraces(this IServiceCollection services, HealthOptions health) =>
        health.Traces is not { } collector
            ? services
            : services.AddHostedService(services => new TraceExport(collector, services.GetRequiredService<ILogger<TraceExport>>()));

    public static IServiceCollection AddDesk(
        this IServiceCollection services, IReadOnlyList<ChannelOptions> channels, PostingOptions posting) => services
        .AddSingleton(channels)
        .AddSingleton(posting)
        .AddSingleton<FatalErrorHandler>()
        .AddSingleton<RequestShares>()
        .AddSingleton<SettingsChannels>()
        .AddSingleton<CommandRegistrar>()
        .AddSingleton<PressCounter>()
        .AddSingleton<InteractionDispatcher>()
        .AddSingleton<ContentAlerts>()
        .AddSingleton<ContentLog>()
        .AddSingleton<ChannelHistory>()
        .AddSingleton<FileSender>()
        .AddSingleton<ChannelMessenger>()
        .AddSingleton<GuildLocator>()
        .AddSingleton<FollowedTopics>()
        .AddSingleton<PublicConnector>()
        .AddSingleton<PictureFetcher>()
        .AddSingleton<PictureStore>()
        .AddSingleton<StoryPictures>()
        .AddSingleton<PingCalls>()
        .AddSingleton<IDeliveryHandler, StoryDrafts>()
        .AddSingleton<IDeliveryHandler, DigestDrafts>()
        .AddSingleton<IDeliveryHandler, PublicationDrafts>()
        .AddSingleton<IDeliveryHandler>(services => new AlertDrafts(
            services.GetRequiredService<AlertStore>(),
            services.GetRequiredService<HeldFilesStore>(),
            services.GetRequiredService<ContentOptions>().Name))
        .AddSingleton<IDeliveryHandler, NoticeDrafts>()
        .AddSingleton<IDeliveryHandler, CoverageUpdateDrafts>()
        .AddSingleton<IDeliveryHandler, StatusDrafts>()
        .AddSingleton<IDeliveryHandler, ThreadDrafts>()
        .AddSingleton<ClockJumps>()
        .AddSingleton<MessageSearch>()
        .AddSingleton<ForgottenCards>()
        .AddSingleton<DraftSender>()
        .AddSingleton<MessageSender>()
        .AddHostedService<ProcessService>()
        .AddHostedService<DatabaseWatch>()
        // The first to start is the last to stop: after those that have presses counted.
        .AddHostedService<PressService>()
        .AddHostedService<RetentionService>()
        .AddHostedService<ContentService>()
        .AddHostedService<SpareMemory>()
        .AddHostedService<OutboxWorker>()
        .AddHostedService(services => services.GetRequiredService<GuildLocator>())
        .AddHostedService<CommandsService>()
        .AddHostedService<GatewayService>();
}
