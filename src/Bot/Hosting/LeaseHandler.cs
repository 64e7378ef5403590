using Desk.Database;

namespace Bot.Hosting;

/// <summary>
/// Has requests to Discord begin only while this process has its place among those on the database, and end before another one may take
/// over its work. The last look is here, directly before the socket: what is left is a freeze between the two, which nobody can see.
/// </summary>
sealed class LeaseHandler(DeskProcess process, TimeProvider clock) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!process.IsShared || IsAnswer(request))
            return await base.SendAsync(request, cancellationToken);
        using var end = new CancellationTokenSource(await LeftAsync(cancellationToken), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(end.Token, cancellationToken);
        return await base.SendAsync(request, either.Token);
    }

    /// <summary>Answers to people harm nobody if they come late, and are owed even while the database can't be asked.</summary>
    static bool IsAnswer(HttpRequestMessage request) =>
        request.RequestUri is { AbsolutePath: var path } && (path.Contains("/interactions/") || path.Contains("/webhooks/"));

    /// <summary>What keeps the request from being sent is, to the sender, a network fault: it is tried again.</summary>
    async Task<TimeSpan> LeftAsync(CancellationToken ct)
    {
        try
        {
            return await process.LeftAsync(ct) is { Ticks: > 0 } left
                ? left
                : throw new HttpRequestException("This process has lost its place among those on the database.");
        }
        catch (DatabaseException failure)
        {
            throw new HttpRequestException($"Whether this process may send can't be asked. {failure.Message}", failure);
        }
    }
}
