using System.Diagnostics.CodeAnalysis;
using Bot.Commands.Channels;
using Bot.Commands.Interactions;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Commands;

/// <summary>
/// How <see cref="CommandList"/> registers commands and their parts. Generic calls instead of a scan keep native AOT possible.
/// </summary>
static class CommandServices
{
    public static IServiceCollection Command<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this IServiceCollection services)
        where T : class, ISlashCommand => services.With<T>();

    /// <summary>A command in the menu of every message.</summary>
    public static IServiceCollection MessageCommand<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this IServiceCollection services)
        where T : class, IMessageCommand => services.With<T>();

    /// <summary>A subcommand of the command before it.</summary>
    public static IServiceCollection Subcommand<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this IServiceCollection services)
        where T : class, ISubcommand => services.With<T>();

    /// <summary>Registers a class under its own type and as every kind of command, button or form that it is.</summary>
    public static IServiceCollection With<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this IServiceCollection services)
        where T : class => services
            .AddSingleton<T>()
            .As<T, ISlashCommand>()
            .As<T, IMessageCommand>()
            .As<T, ISubcommand>()
            .As<T, IButton>()
            .As<T, IForm>();

    /// <summary>Files that people attach are downloaded without the bot's token, and apart from Discord's API.</summary>
    public static IServiceCollection WithAttachments(this IServiceCollection services) => services.AddSingleton(_ => new AttachmentReader(
        new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), ActivityHeadersPropagator = null })
        {
            Timeout = TimeSpan.FromSeconds(10),
        }));

    static IServiceCollection As<T, TKind>(this IServiceCollection services)
        where T : class
        where TKind : class =>
        typeof(T).IsAssignableTo(typeof(TKind))
            ? services.AddSingleton(provider => (TKind)(object)provider.GetRequiredService<T>())
            : services;
}
