using System.Net;
using System.Security.Cryptography.X509Certificates;
using LocalDiscord.Gateway;
using LocalDiscord.Guilds;
using LocalDiscord.Interactions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LocalDiscord;

/// <summary>A Discord on this machine: its API and gateway for bots, and a page for people.</summary>
public sealed class LocalDiscordServer : IAsyncDisposable
{
    /// <summary>The only bot token that it accepts.</summary>
    public const string Token = Seed.Token;

    readonly WebApplication app;
    readonly Services services;

    LocalDiscordServer(WebApplication app, Services services, Uri address, Uri? secureAddress, TlsOptions? tls)
    {
        (this.app, this.services, Address, SecureAddress) = (app, services, address, secureAddress);
        CertificateFile = tls is null ? null : Path.GetFullPath(tls.CertificateFile ?? tls.CreatedFile);
    }

    /// <summary>The page: <c>http://127.0.0.1:5210/</c>.</summary>
    public Uri Address { get; }

    /// <summary>The same with TLS: <c>https://127.0.0.1:5212/</c>; null without it.</summary>
    public Uri? SecureAddress { get; }

    /// <summary>The full path of the certificate that clients must trust; null without TLS.</summary>
    public string? CertificateFile { get; }

    /// <summary>What a bot uses instead of <c>https://discord.com/api/v10</c>.</summary>
    public Uri ApiBase => new(Address, "api/v10");

    /// <summary>Starts the server; disposing it stops it and closes open connections.</summary>
    /// <exception cref="ArgumentException">The interactions endpoint is not on this machine.</exception>
    /// <exception cref="IOException">A port or the state file is in use, or the certificate can't be used.</exception>
    /// <exception cref="InvalidDataException">The state file has a line that is not JSON.</exception>
    public static async Task<LocalDiscordServer> StartAsync(LocalDiscordOptions options, TimeProvider clock, CancellationToken ct)
    {
        if (options.InteractionsEndpointUrl is { } endpoint && !InteractionsEndpoint.IsAllowed(endpoint))
        {
            throw new ArgumentException(
                $"{endpoint} is not on this machine. Use an interactions endpoint such as http://127.0.0.1:8080/interactions.",
                nameof(options));
        }

        var certificate = options.Tls is { } tls ? ServerCertificate.For(tls) : null;
        var services = new Services(options, clock);
        var app = Build(options, services, certificate);
        try
        {
            await app.StartAsync(ct);
        }
        catch (Exception e)
        {
            await app.DisposeAsync();
            services.Dispose();
            if (e is not IOException { InnerException: AddressInUseException })
                throw;
            throw new IOException(
                $"{Ports(options)} on 127.0.0.1 is in use. Stop the other program, or choose another port (0 takes any free one).", e);
        }

        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
            .Select(address => new Uri(address)).ToLookup(address => address.Scheme);
        var (open, secure) = (addresses[Uri.UriSchemeHttp].Single(), addresses[Uri.UriSchemeHttps].SingleOrDefault());
        services.Address.ListensOn(open.Authority, secure?.Authority, GatewayEndpoint.Path);
        return new LocalDiscordServer(app, services, open, secure, options.Tls);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        services.Dispose();
    }

    static WebApplication Build(LocalDiscordOptions options, Services services, X509Certificate2? certificate)
    {
        // Empty: the host that this server runs in has its own configuration, logging and Ctrl+C handler.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, OwnerLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, options, certificate));
        var app = builder.Build();
        app.Use(SameOrigin.CheckAsync);
        app.UseWebSockets();
        app.Use(GatewayEndpoint.AtRootAsync);
        app.UseRouting();
        Routes.Map(app, services, app.Lifetime.ApplicationStopping);
        PageRoutes.Map(app, services, app.Lifetime.ApplicationStopping);
        return app;
    }

    static void Listen(KestrelServerOptions kestrel, LocalDiscordOptions options, X509Certificate2? certificate)
    {
        kestrel.Listen(IPAddress.Loopback, options.Port);
        if (certificate is not null)
            kestrel.Listen(IPAddress.Loopback, options.Tls!.Port, listen => listen.UseHttps(certificate));
    }

    static string Ports(LocalDiscordOptions options) =>
        options.Tls is { } tls ? $"Port {options.Port} or {tls.Port}" : $"Port {options.Port}";

    /// <summary>The server runs until its owner disposes it.</summary>
    sealed class OwnerLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
