using System.Net;
using Discord.Rest;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Posting;

/// <summary>Ends the program when going on would do harm or no good, with one sentence that says why.</summary>
sealed partial class FatalErrorHandler(IHostApplicationLifetime lifetime, ILogger<FatalErrorHandler> log)
{
    string? firstReason;

    /// <summary>Null while the program may go on.</summary>
    public string? Reason => Volatile.Read(ref firstReason);

    public bool IsStopped => Reason is not null;

    public void Stop(string reason)
    {
        if (Interlocked.CompareExchange(ref firstReason, reason, null) is not null)
            return;
        LogFatal(reason);
        lifetime.StopApplication();
    }

    /// <summary>A token that Discord does not accept must not be used again: more such requests lead to a ban.</summary>
    public bool StopsFor(DiscordApiException refused)
    {
        if (refused.Status is not HttpStatusCode.Unauthorized)
            return false;
        Stop(refused.Message);
        return true;
    }

    [LoggerMessage(LogLevel.Critical, "{Reason}")]
    partial void LogFatal(string reason);
}
