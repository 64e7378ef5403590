using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sandbox.Api;
using Sandbox.Gateway;
using Sandbox.Interactions;

namespace Sandbox;

/// <summary>A Discord on this machine: its API and gateway for bots, and a page for people.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    /// <summary>The only bot token that it accepts.</summary>
    public const string Token = "local-discord";

    readonly WebApplication app;
    readonly World world;

    SandboxServer(WebApplication app, World world, Uri address) => (this.app, this.world, Address) = (app, world, address);

    /// <summary>Where the page is: <c>http://127.0.0.1:5210/</c>.</summary>
    public Uri Address { get; }

    /// <summary>What a bot uses in place of <c>https://discord.com/api/v10</c>.</summary>
    public Uri ApiBase => new(Address, "api/v10");

    /// <summary>Starts the server; dispose of it to stop it, open connections included.</summary>
    /// <exception cref="ArgumentException">The endpoint for interactions is not on this machine.</exception>
    /// <exception cref="IOException">The port is in use, or the state file is.</exception>
    /// <exception cref="InvalidDataException">The state file has a line that is not JSON.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, TimeProvider clock, CancellationToken ct)
    {
        if (options.InteractionsEndpointUrl is { } endpoint && !InteractionsEndpoint.IsAllowed(endpoint))
            throw new ArgumentException($"{endpoint} is not on this machine. Give the endpoint for interactions an address such as http://127.0.0.1:8080/interactions.", nameof(options));
        var world = new World(options, clock);
        var app = Build(options, world);
        try
        {
            await app.StartAsync(ct);
        }
        catch (Exception e)
        {
            await app.DisposeAsync();
            world.Dispose();
            if (e is IOException { InnerException: AddressInUseException })
                throw new IOException($"Port {options.Port} on 127.0.0.1 is in use. Stop the program that listens there, or choose another port (0 takes any free one).", e);
            throw;
        }

        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        world.Address = $"http://{address.Authority}";
        world.GatewayUrl = $"ws://{address.Authority}{GatewayEndpoint.Path}";
        return new SandboxServer(app, world, address);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        world.Dispose();
    }

    static WebApplication Build(SandboxOptions options, World world)
    {
        // Empty: no configuration of the host's, no logging, and no Ctrl+C handler but the host's own.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, HostsLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));
        var app = builder.Build();
        app.Use(SameOrigin.CheckAsync);
        app.UseWebSockets();
        app.UseRouting();
        Routes.MapDiscord(app, world, new RateLimiter(world.Clock, options.RateLimits), app.Lifetime.ApplicationStopping);
        Routes.MapPage(app, world, app.Lifetime.ApplicationStopping);
        return app;
    }

    /// <summary>The server lives as long as whoever started it wants.</summary>
    sealed class HostsLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
