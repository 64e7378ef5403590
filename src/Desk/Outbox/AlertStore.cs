using Articles.Files;
using Dapper;
using Desk.Database;

namespace Desk.Outbox;

/// <summary>
/// Who is told what is wrong in the content folder, and what is to be told: each problem once, and once that it is mended.
/// </summary>
public sealed class AlertStore(DeskDatabase database, TimeProvider clock)
{
    /// <summary>The channel of a guild that is told; null where none is.</summary>
    public Task<string?> ChannelOfAsync(string guild, CancellationToken ct) => database.ReadAsync<string?>(
        async session =>
        {
            return await ChannelOfAsync(session, guild);
        },
        ct);

    /// <summary>Tells a channel from now on, instead of the guild's earlier one; what stands now is on its way to it.</summary>
    /// <returns>How many problems stand; null where the channel was told already.</returns>
    public Task<int?> TellAsync(string guild, string channel, CancellationToken ct) => database.WriteAsync<int?>(
        async session =>
        {
            if (await ChannelOfAsync(session, guild) == channel)
                return null;

            await SilenceAsync(session, guild);
            await session.ExecuteAsync(
                """
                insert into alert_channels (guild, channel)
                values (@guild, @channel)
                """,
                new { guild, channel });
            var standing = await NotedProblems.ReadAsync(session);
            await AlertWriter.QueueAsync(session, [channel], standing, isSummary: false, Now);
            return standing.Count;
        },
        ct);

    /// <summary>Tells nobody in the guild any more. What was told stays as it is.</summary>
    /// <returns>The channel that was told until now.</returns>
    public Task<string?> SilenceAsync(string guild, CancellationToken ct) => database.WriteAsync<string?>(
        async session =>
        {
            var channel = await SilenceAsync(session, guild);
            return channel;
        },
        ct);

    /// <summary>
    /// Notes what stands after a look at the folder: what is new becomes a message to each channel, what is gone an edit of one.
    /// </summary>
    /// <remarks>If a first look finds many, they become a message that only counts.</remarks>
    /// <returns>Whether anything is to be sent.</returns>
    public Task<bool> NoteAsync(IReadOnlyList<ContentProblem> standing, CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            var isFirstLook = await session.QuerySingleAsync<bool>(
                """
                select (select count(*) from imports) <= 1
                   and not exists (select 1 from noted_problems where path <> '')
                """);
            var noted = await NotedProblems.ReadAsync(session);
            var isMany = standing.Count > FewProblems;
            var isDue = await NoteAsync(session, noted, NotedProblems.Of(NotedProblems.Bounded(standing, noted)), isFirstLook && isMany);
            return isDue;
        },
        ct);

    /// <summary>
    /// Notes that the folder itself is not there, which a later <see cref="NoteAsync(IReadOnlyList{ContentProblem}, CancellationToken)"/>
    /// takes back.
    /// </summary>
    /// <param name="reason">Why, for moderators.</param>
    /// <returns>Whether anything is to be sent: false where it was noted before.</returns>
    public Task<bool> NoteFolderAsync(string reason, CancellationToken ct) => database.WriteAsync(
        async session =>
        {
            var noted = await NotedProblems.ReadAsync(session);
            if (noted.Any(problem => problem.Path.Length == 0))
                return false;
            var isDue = await NoteAsync(session, noted, [.. noted, new() { Path = "", Message = reason }], isFirstLook: false);
            return isDue;
        },
        ct);

    /// <summary>What an alert tells by now; null where its channel is told no more.</summary>
    public Task<Alert?> AlertAsync(long id, CancellationToken ct) => database.ReadAsync<Alert?>(
        async session =>
        {
            var alert = await session.QuerySingleOrDefaultAsync<Alert>(
                """
                select id, is_summary, created_at as noted_at
                from alerts
                where id = @id
                """,
                new { id });
            if (alert is null)
                return null;

            var problems = await session.QueryAsync<ProblemRow>(
                """
                select path, line, column_number, message, is_warning, mended_at
                from alert_problems
                where alert_id = @id
                order by position
                """,
                new { id });
            return alert with { Problems = [.. problems.Select(problem => problem.ToProblem())] };
        },
        ct);

    /// <summary>So many fit into one alert.</summary>
    const int FewProblems = 10;

    DateTimeOffset Now => clock.GetUtcNow();

    async Task<bool> NoteAsync(
        DatabaseSession session,
        IReadOnlyList<NotedProblem> noted,
        IReadOnlyList<NotedProblem> standing,
        bool isFirstLook)
    {
        var now = Now;
        var mended = noted.ExceptBy(standing.Select(problem => problem.Key), problem => problem.Key).ToList();
        var appeared = standing.ExceptBy(noted.Select(problem => problem.Key), problem => problem.Key).ToList();
        await NotedProblems.SaveAsync(session, standing.Except(noted), mended);

        var edits = await AlertWriter.MendAsync(session, mended, now);
        var channels = (await session.QueryAsync<string>("select channel from alert_channels order by guild")).ToList();
        await AlertWriter.QueueAsync(session, channels, appeared, isFirstLook, now);
        return edits > 0 || (appeared.Count > 0 && channels.Count > 0);
    }

    static Task<string?> ChannelOfAsync(DatabaseSession session, string guild) =>
        session.QueryFirstOrDefaultAsync<string?>(
            """
            select channel
            from alert_channels
            where guild = @guild
            """,
            new { guild });

    static async Task<string?> SilenceAsync(DatabaseSession session, string guild)
    {
        var channel = await session.QueryFirstOrDefaultAsync<string?>(
            """
            delete from alert_channels
            where guild = @guild
            returning channel
            """,
            new { guild });
        await session.ExecuteAsync(
            """
            update deliveries
            set state = case state when 'sent' then 'sent' else 'skipped' end, sent_edition = edition, reason = 'Alerts were turned off.'
            where kind = 'alert'
              and subject_id in (select id from alerts where channel = @channel)
              and sent_edition < edition
            """,
            new { channel });
        // Without problems, nothing that is mended changes what was told.
        await session.ExecuteAsync(
            """
            delete from alert_problems
            where alert_id in (select id from alerts where channel = @channel)
            """,
            new { channel });
        return channel;
    }

    internal sealed record ProblemRow
    {
        public required string Path { get; init; }
        public required int Line { get; init; }
        public required int ColumnNumber { get; init; }
        public required string Message { get; init; }
        public required bool IsWarning { get; init; }
        public DateTimeOffset? MendedAt { get; init; }

        public AlertedProblem ToProblem() => new(
            new(Path, Line, ColumnNumber, Message, IsWarning ? ContentSeverity.Warning : ContentSeverity.Error),
            MendedAt);
    }
}
