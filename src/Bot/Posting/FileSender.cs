using System.Collections.Concurrent;
using Desk.Outbox;
using Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Posting;

/// <summary>Sends a message with its files, or without them where Discord doesn't take them.</summary>
sealed partial class FileSender(ChannelNames names, TimeProvider clock, ILogger<FileSender> log)
{
    /// <summary>Each refusal costs an upload, and moderators may give the permission at any time.</summary>
    static readonly TimeSpan TriedAgainAfter = TimeSpan.FromMinutes(10);

    /// <summary>After that, the files may be what it fails for: the line is too slow, or a proxy takes none.</summary>
    const int MostAttempts = 2;

    readonly ConcurrentDictionary<string, long> refusedAt = new();

    /// <param name="withFiles">Null if there are none.</param>
    /// <param name="without">The same message without files.</param>
    /// <param name="send">Sends either of them. What Discord refuses is not there.</param>
    public async Task<TResult> SendAsync<TMessage, TResult>(
        Delivery delivery, TMessage? withFiles, TMessage without, Func<TMessage, Task<TResult>> send)
        where TMessage : class
    {
        if (withFiles is null || delivery.Attempt > MostAttempts || WasRefused(delivery.Channel))
            return await send(without);
        try
        {
            return await send(withFiles);
        }
        catch (DiscordApiException refused) when (refused.Code
            is DiscordError.MissingPermissions or DiscordError.RequestEntityTooLarge or DiscordError.UploadedFileNotFound)
        {
            // If it wasn't for the files, this is refused, too.
            var sent = await send(without);
            if (refused.Code is DiscordError.MissingPermissions)
                refusedAt[delivery.Channel] = clock.GetTimestamp();
            LogWithout(names.Of(delivery), refused.Message);
            return sent;
        }
    }

    bool WasRefused(string channel) => refusedAt.TryGetValue(channel, out var at) && clock.GetElapsedTime(at) < TriedAgainAfter;

    [LoggerMessage(LogLevel.Information, "Sent a message to {Place} without its pictures' files: {Reason}")]
    partial void LogWithout(string place, string reason);
}
