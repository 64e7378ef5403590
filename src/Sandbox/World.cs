using Sandbox.Api;
using Sandbox.Commands;
using Sandbox.Gateway;
using Sandbox.Guilds;
using Sandbox.Interactions;
using Sandbox.Messages;
using Sandbox.Page;
using Sandbox.Wire;

namespace Sandbox;

/// <summary>Everything that this Discord knows. It is read and changed only by those who hold <see cref="Gate"/>.</summary>
sealed class World : IDisposable
{
    public World(SandboxOptions options, TimeProvider clock)
    {
        Clock = clock;
        Ids = new Snowflakes(clock);
        Messages = new MessageStore(options.StateFile);
        Ids.StartAfter(Messages.Newest);
        Gateway = new GatewayHub(clock, Page);
        Board = new MessageBoard(Guild, Messages, Ids, clock, Gateway, Page);
        Calls = new CallLog(Page);
        Commands = new CommandRegistry(Ids);
        Interactions = new InteractionBook(Ids, clock);
        foreach (var channel in Guild.Channels)
            channel["last_message_id"] = Messages.In(channel.Text("id")!).LastOrDefault()?.Id;
    }

    public Lock Gate { get; } = new();

    public TimeProvider Clock { get; }

    public Snowflakes Ids { get; }

    public Guild Guild { get; } = new();

    public PageEvents Page { get; } = new();

    public CallLog Calls { get; }

    public Faults Faults { get; } = new();

    public MessageStore Messages { get; }

    public MessageBoard Board { get; }

    public CommandRegistry Commands { get; }

    public InteractionBook Interactions { get; }

    public GatewayHub Gateway { get; }

    /// <summary>Where bots open their WebSocket; known once the server listens.</summary>
    public string GatewayUrl { get; set; } = "";

    public void Dispose() => Messages.Dispose();
}
