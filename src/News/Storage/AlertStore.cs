using Dapper;
using Microsoft.Data.Sqlite;
using News.Reading;

namespace News.Storage;

/// <summary>Who is told what is wrong in the content folder, and what is to be told: each problem once, and once that it is mended.</summary>
public sealed class AlertStore(NewsDatabase database, TimeProvider clock)
{
    /// <summary>The channel of a guild that is told; null where none is.</summary>
    public async Task<string?> ChannelOfAsync(string guild, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return await ChannelOfAsync(connection, transaction: null, guild);
    }

    /// <summary>Tells a channel from now on, instead of the guild's earlier one; what stands now is on its way to it.</summary>
    /// <returns>How many problems stand; null where the channel was told already.</returns>
    public async Task<int?> TellAsync(string guild, string channel, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = connection.BeginWrite();
        if (await ChannelOfAsync(connection, transaction, guild) == channel)
            return null;

        await SilenceAsync(connection, transaction, guild);
        await connection.ExecuteAsync(
            """
            insert into alert_channels (guild, channel)
            values (@guild, @channel)
            """,
            new { guild, channel },
            transaction);
        var standing = await NotedProblems.ReadAsync(connection, transaction);
        await AlertWriter.QueueAsync(connection, transaction, [channel], standing, isSummary: false, Now);
        await transaction.CommitAsync(ct);
        return standing.Count;
    }

    /// <summary>Tells nobody in the guild any more. What was told stays as it is.</summary>
    /// <returns>The channel that was told until now.</returns>
    public async Task<string?> SilenceAsync(string guild, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = connection.BeginWrite();
        var channel = await SilenceAsync(connection, transaction, guild);
        await transaction.CommitAsync(ct);
        return channel;
    }

    /// <summary>Notes what stands after a look at the folder: what is new becomes a message to each channel, what is gone an edit of one.</summary>
    /// <remarks>What a first look finds becomes a message that only counts.</remarks>
    /// <returns>Whether anything is to be sent.</returns>
    public async Task<bool> NoteAsync(IReadOnlyList<ContentProblem> standing, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = connection.BeginWrite();
        var isFirstLook = await connection.QuerySingleAsync<bool>(
            """
            select (select count(*) from imports) <= 1
               and not exists (select 1 from noted_problems where path <> '')
            """,
            param: null,
            transaction);
        var noted = await NotedProblems.ReadAsync(connection, transaction);
        var isDue = await NoteAsync(connection, transaction, noted, NotedProblems.Of(standing), isFirstLook);
        await transaction.CommitAsync(ct);
        return isDue;
    }

    /// <summary>Notes that the folder itself is not there, which a later <see cref="NoteAsync(IReadOnlyList{ContentProblem}, CancellationToken)"/> takes back.</summary>
    /// <param name="reason">Why, for moderators.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>Whether anything is to be sent: false where it was noted before.</returns>
    public async Task<bool> NoteFolderAsync(string reason, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = connection.BeginWrite();
        var noted = await NotedProblems.ReadAsync(connection, transaction);
        if (noted.Any(problem => problem.Path.Length == 0))
            return false;
        var isDue = await NoteAsync(connection, transaction, noted, [.. noted, new() { Path = "", Message = reason }], isFirstLook: false);
        await transaction.CommitAsync(ct);
        return isDue;
    }

    /// <summary>What an alert tells by now; null where its channel is told no more.</summary>
    public async Task<Alert?> AlertAsync(long id, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var row = await connection.QuerySingleOrDefaultAsync<AlertRow>(
            """
            select id, is_summary, created_at
            from alerts
            where id = @id
            """,
            new { id });
        if (row is null)
            return null;

        var problems = await connection.QueryAsync<ProblemRow>(
            """
            select path, line, column, message, is_warning, mended_at
            from alert_problems
            where alert_id = @id
            order by position
            """,
            new { id });
        return new()
        {
            Id = row.Id,
            IsSummary = row.IsSummary,
            NotedAt = UtcText.Parse(row.CreatedAt),
            Problems = [.. problems.Select(problem => problem.ToProblem())],
        };
    }

    string Now => UtcText.Of(clock.GetUtcNow());

    async Task<bool> NoteAsync(
        SqliteConnection connection,
        SqliteTransaction transaction,
        IReadOnlyList<NotedProblem> noted,
        IReadOnlyList<NotedProblem> standing,
        bool isFirstLook)
    {
        var now = Now;
        var mended = noted.ExceptBy(standing.Select(problem => problem.Key), problem => problem.Key).ToList();
        var appeared = standing.ExceptBy(noted.Select(problem => problem.Key), problem => problem.Key).ToList();
        await NotedProblems.SaveAsync(connection, transaction, standing.Except(noted), mended);

        var edits = await AlertWriter.MendAsync(connection, transaction, mended, now);
        var channels = (await connection.QueryAsync<string>("select channel from alert_channels order by guild", param: null, transaction)).ToList();
        await AlertWriter.QueueAsync(connection, transaction, channels, appeared, isFirstLook, now);
        return edits > 0 || (appeared.Count > 0 && channels.Count > 0);
    }

    static Task<string?> ChannelOfAsync(SqliteConnection connection, SqliteTransaction? transaction, string guild) =>
        connection.QueryFirstOrDefaultAsync<string?>(
            """
            select channel
            from alert_channels
            where guild = @guild
            """,
            new { guild },
            transaction);

    static async Task<string?> SilenceAsync(SqliteConnection connection, SqliteTransaction transaction, string guild)
    {
        var channel = await connection.QueryFirstOrDefaultAsync<string?>(
            """
            delete from alert_channels
            where guild = @guild
            returning channel
            """,
            new { guild },
            transaction);
        await connection.ExecuteAsync(
            """
            update deliveries
            set state = case state when 'sent' then 'sent' else 'skipped' end, sent_edition = edition, reason = 'Alerts were turned off.'
            where kind = 'alert'
              and subject_id in (select id from alerts where channel = @channel)
              and sent_edition < edition
            """,
            new { channel },
            transaction);
        // Without problems, nothing that is mended changes what was told.
        await connection.ExecuteAsync(
            """
            delete from alert_problems
            where alert_id in (select id from alerts where channel = @channel)
            """,
            new { channel },
            transaction);
        return channel;
    }

    internal sealed record AlertRow
    {
        public required long Id { get; init; }
        public required bool IsSummary { get; init; }
        public required string CreatedAt { get; init; }
    }

    internal sealed record ProblemRow
    {
        public required string Path { get; init; }
        public required int Line { get; init; }
        public required int Column { get; init; }
        public required string Message { get; init; }
        public required bool IsWarning { get; init; }
        public string? MendedAt { get; init; }

        public AlertedProblem ToProblem() => new(
            new(Path, Line, Column, Message, IsWarning ? ContentSeverity.Warning : ContentSeverity.Error),
            MendedAt is null ? null : UtcText.Parse(MendedAt));
    }
}
