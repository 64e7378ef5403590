using Sandbox.Api;
using Sandbox.Commands;
using Sandbox.Gateway;
using Sandbox.Guilds;
using Sandbox.Interactions;
using Sandbox.Messages;
using Sandbox.Page;
using Sandbox.State;
using Sandbox.Wire;

namespace Sandbox;

/// <summary>Everything that this Discord knows. It is read and changed only by those who hold <see cref="Gate"/>.</summary>
sealed class World : IDisposable
{
    static readonly TimeSpan ArchiveEvery = TimeSpan.FromMinutes(1);

    readonly StateFile state = new();
    readonly ITimer archiving;

    public World(SandboxOptions options, TimeProvider clock)
    {
        Options = options;
        Clock = clock;
        Ids = new Snowflakes(clock);
        Messages = new MessageStore(state);
        Changes = new GuildChanges(state);
        state.Open(options.StateFile, Changes, Messages);
        Ids.StartAfter(Math.Max(Messages.Newest, Changes.Newest));
        Places = new Places([new Guild(), .. Enumerable.Range(2, options.Guilds - 1).Select(number => SeedForLoad.Guild(number, options.ChannelsPerGuild))]);
        Presence = new Presence(Page, options.InteractionsEndpointUrl is not null);
        Gateway = new GatewayHub(clock, Presence, options);
        Channels = new ChannelBoard(Places, Changes, Messages, clock, Gateway, Page);
        Board = new MessageBoard(Places, Messages, Channels, Ids, clock, Gateway, Page);
        Calls = new CallLog(Page);
        Attachments = new Attachments(options.StateFile);
        Followers = new Followers(Places, Messages, Board, Changes, Ids);
        Commands = new CommandRegistry(Ids);
        Interactions = new InteractionBook(Ids, clock, options.AnswerWithin);
        Endpoint = new InteractionsEndpoint(options.InteractionsEndpointUrl, options.AnswerWithin, Ids, clock, Presence);
        Homecoming.Restore(Places, Changes);
        foreach (var channel in Places.Channels)
            channel["last_message_id"] = Messages.In(channel.Text("id")!).LastOrDefault()?.Id;
        archiving = clock.CreateTimer(_ => Archive(), null, ArchiveEvery, ArchiveEvery);
    }

    public Lock Gate { get; } = new();

    public TimeProvider Clock { get; }

    public Snowflakes Ids { get; }

    public Places Places { get; }

    public ChannelBoard Channels { get; }

    public SandboxOptions Options { get; }

    public PageEvents Page { get; } = new();

    public CallLog Calls { get; }

    public Faults Faults { get; } = new();

    public MessageStore Messages { get; }

    public GuildChanges Changes { get; }

    public MessageBoard Board { get; }

    public Attachments Attachments { get; }

    public CommandPermissions CommandPermissions { get; } = new();

    public Followers Followers { get; }

    public CommandRegistry Commands { get; }

    public InteractionBook Interactions { get; }

    public InteractionsEndpoint Endpoint { get; }

    public GatewayHub Gateway { get; }

    public Presence Presence { get; }

    /// <summary>Where the server listens, without a slash at the end; known once it does.</summary>
    public string Address { get; set; } = "";

    /// <summary>Where bots open their WebSocket; known once the server listens.</summary>
    public string GatewayUrl { get; set; } = "";

    public void Dispose()
    {
        archiving.Dispose();
        Endpoint.Dispose();
        state.Dispose();
    }

    void Archive()
    {
        lock (Gate)
            Channels.ArchiveForgotten();
    }
}
