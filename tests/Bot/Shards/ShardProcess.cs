using System.Threading.Channels;
using Discord.Gateway;
using Discord.Models;
using Discord.Rest;
using LocalDiscord;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Shards;

/// <summary>One process of a bot: answers each interaction with its own name.</summary>
sealed class ShardProcess : IAsyncDisposable
{
    readonly string name;
    readonly HttpClient http = new();
    readonly CancellationTokenSource stop = new();
    readonly DiscordRest rest;
    readonly GatewayClient client;
    readonly Channel<Snowflake> started = System.Threading.Channels.Channel.CreateUnbounded<Snowflake>();
    readonly Channel<GatewayEvent> handled = System.Threading.Channels.Channel.CreateUnbounded<GatewayEvent>();
    readonly Task running;
    TaskCompletionSource answering = new();

    public ShardProcess(string name, LocalDiscordServer server, SharedShards shared, TimeProvider clock)
    {
        this.name = name;
        var options = new DiscordOptions { Token = LocalDiscordServer.Token, ApiBase = server.ApiBase };
        rest = new(http, options, new(clock), clock, NullLogger<DiscordRest>.Instance);
        Owner = new(shared);
        client = new(rest, options, Owner, clock, Log);
        answering.SetResult();
        running = RunAsync();
    }

    public SharedShards.Process Owner { get; }

    public RecordingLogger<GatewayClient> Log { get; } = new();

    public IReadOnlyList<ShardStatus>? Shards => client.Shards;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Interactions that arrive from now on stay unanswered until <see cref="Answer"/>.</summary>
    public void HoldAnswers() => answering = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Answer() => answering.SetResult();

    /// <summary>The next interaction that it begins to handle.</summary>
    public ValueTask<Snowflake> NextAsync() => started.Reader.ReadAsync(Ct);

    /// <summary>Completes when it has handled an event of this kind.</summary>
    public async Task HandledAsync<T>()
        where T : GatewayEvent
    {
        while (await handled.Reader.ReadAsync(Ct) is not T)
        {
        }
    }

    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await running;
    }

    public async ValueTask DisposeAsync()
    {
        answering.TrySetResult();
        await StopAsync();
        http.Dispose();
        stop.Dispose();
    }

    async Task RunAsync()
    {
        var handling = new List<Task>();
        await foreach (var happened in client.EventsAsync(stop.Token))
            handling.Add(HandleAsync(happened));
        await Task.WhenAll(handling);
    }

    async Task HandleAsync(GatewayEvent happened)
    {
        if (happened is InteractionCreated { Interaction: var interaction })
        {
            started.Writer.TryWrite(interaction.Id);
            await answering.Task;
            await rest.CreateInteractionResponseAsync(
                interaction.Id,
                interaction.Token,
                new() { Type = InteractionResponseType.ChannelMessageWithSource, Data = new() { Content = name } },
                Ct);
        }

        happened.MarkHandled();
        handled.Writer.TryWrite(happened);
    }
}
