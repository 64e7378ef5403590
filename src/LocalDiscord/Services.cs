using LocalDiscord.Api;
using LocalDiscord.Commands;
using LocalDiscord.Gateway;
using LocalDiscord.Guilds;
using LocalDiscord.Interactions;
using LocalDiscord.Messages;
using LocalDiscord.Page;
using LocalDiscord.State;
using LocalDiscord.Wire;

namespace LocalDiscord;

/// <summary>Creates all parts of the server and connects them, from the lowest layer to the highest.</summary>
sealed class Services : IDisposable
{
    static readonly TimeSpan ArchiveEvery = TimeSpan.FromMinutes(1);

    readonly StateFile state = new();
    readonly ITimer archiving;

    public Services(LocalDiscordOptions options, TimeProvider clock)
    {
        (Options, Clock, Ids) = (options, clock, new Snowflakes(clock, startAfter: Seed.LastId));
        Store = new MessageStore(state);
        Changes = new GuildChangeLog(state);
        state.Open(options.StateFile, Changes, Store);
        Ids.StartAfter(Math.Max(Store.Newest, Changes.Newest));

        var channels = new LoadTestChannels(options.ChannelsPerGuild, options.ForumsPerGuild, options.AnnouncementChannelsPerGuild);
        Directory = new ChannelDirectory([new Guild(), .. LoadTestGuilds.Create(options.Guilds - 1, channels)]);
        ThreadLists = new ThreadListSync(Directory, Events);
        ThreadMembers = new ThreadMembers(Directory, Events);
        Channels = new ChannelService(Directory, Changes, ThreadMembers, ThreadLists, Events, clock);
        DirectMessages = new DirectMessages(Directory, Channels, Ids);
        StateRestorer.Restore(Directory, Changes);
        ThreadLists.Start();

        Messages = new MessageService(Directory, Store, Channels, Ids, clock, Events);
        Reactions = new ReactionService(Directory, Store, Messages, Events);
        Followers = new ChannelFollowers(Directory, Store, Messages, Changes, Ids, Events);
        Attachments = new AttachmentStore(options.StateFile);
        Avatars = new AvatarStore(Attachments, Ids);
        Uploads = new Uploads(Directory, Attachments, Ids, Address);
        Channels.Deleted += Store.DeleteAll;
        Store.RestoreLastMessages(Directory.Channels);

        Commands = new CommandRegistry(Ids);
        CommandAccess = new CommandAccess(Directory, Commands, CommandPermissions);

        Presence = new BotPresence(Events, hasEndpoint: options.InteractionsEndpointUrl is not null);
        Interactions = new InteractionStore(Ids, clock, options.AnswerWithin);
        Answers = new InteractionMessages(Directory, Store, Messages);
        Callbacks = new InteractionCallbacks(Interactions, Store, Messages, Answers, Uploads);
        Endpoint = new InteractionsEndpoint(options.InteractionsEndpointUrl, options.AnswerWithin, Ids, clock, Presence);

        Access = new Access(Directory, Store);
        Calls = new CallLog(Events);
        Limiter = new RateLimiter(clock, options.RateLimits);
        Gateway = new GatewayHub(
            clock, Presence, new IdentifyLimit(clock, options.MaxConcurrency, options.RateLimits),
            new PrivilegedIntents(options.PrivilegedIntents));
        Events.ForBots += Gateway.Dispatch;
        Events.ForUsers += PageEvents.Publish;
        archiving = clock.CreateTimer(_ => ArchiveInactiveThreads(), null, ArchiveEvery, ArchiveEvery);
    }

    /// <summary>Whoever reads or changes state holds it, so that everybody sees one change at a time.</summary>
    public Lock Gate { get; } = new();

    public LocalDiscordOptions Options { get; }

    public TimeProvider Clock { get; }

    public Snowflakes Ids { get; }

    public ServerAddress Address { get; } = new();

    public EventBus Events { get; } = new();

    public AvatarStore Avatars { get; }

    public GuildChangeLog Changes { get; }

    public ChannelDirectory Directory { get; }

    public ThreadListSync ThreadLists { get; }

    public ThreadMembers ThreadMembers { get; }

    public ChannelService Channels { get; }

    public DirectMessages DirectMessages { get; }

    public MessageStore Store { get; }

    public MessageService Messages { get; }

    public ReactionService Reactions { get; }

    public ChannelFollowers Followers { get; }

    public AttachmentStore Attachments { get; }

    public Uploads Uploads { get; }

    public CommandRegistry Commands { get; }

    public CommandPermissions CommandPermissions { get; } = new();

    public CommandAccess CommandAccess { get; }

    public BotPresence Presence { get; }

    public InteractionStore Interactions { get; }

    public InteractionMessages Answers { get; }

    public InteractionCallbacks Callbacks { get; }

    public InteractionsEndpoint Endpoint { get; }

    public Access Access { get; }

    public CallLog Calls { get; }

    public RateLimiter Limiter { get; }

    public Faults Faults { get; } = new();

    public GatewayHub Gateway { get; }

    public PageEvents PageEvents { get; } = new();

    public void Dispose()
    {
        archiving.Dispose();
        Endpoint.Dispose();
        state.Dispose();
    }

    void ArchiveInactiveThreads()
    {
        lock (Gate)
            Channels.ArchiveInactiveThreads();
    }
}
