using Dapper;
using Desk.Archive.Questions;
using Desk.Database;

namespace Desk.Archive.Meaning;

/// <summary>What the articles mean, as stored. Vectors of another model count as missing.</summary>
public sealed class EmbeddingStore(DeskDatabase database)
{
    /// <summary>Listed articles without a vector of this model, the newest first.</summary>
    /// <param name="after">Only articles behind this one in that order; null for the first.</param>
    public Task<IReadOnlyList<UnreadArticle>> MissingAsync(string model, UnreadArticle? after, int take, CancellationToken ct) =>
        database.ReadAsync(
            async Task<IReadOnlyList<UnreadArticle>> (session) =>
            [
                .. await session.QueryAsync<UnreadArticle>(
                    """
                    select a.id, a.title, a.excerpt, a.published_at
                    from listed_articles a
                    where (@publishedAt is null or (a.published_at, a.id) < (@publishedAt, @id))
                      and not exists (select 1
                                        from article_embeddings e
                                       where e.article_id = a.id
                                         and e.model = @model)
                    order by a.published_at desc, a.id desc
                    limit @take
                    """,
                    new { model, publishedAt = after is null ? null : UtcText.Of(after.PublishedAt), id = after?.Id ?? 0, take }),
            ],
            ct);

    /// <summary>How many listed articles are newer than this one, or as new: whether it is within the operator's limit.</summary>
    public Task<int> PlaceAsync(UnreadArticle article, CancellationToken ct) => database.ReadAsync(
        session => session.QuerySingleAsync<int>(
            "select count(*) from listed_articles where (published_at, id) >= (@publishedAt, @id)",
            new { publishedAt = UtcText.Of(article.PublishedAt), id = article.Id }),
        ct);

    /// <summary>Stores what articles mean. An article that was deleted or edited meanwhile is left out.</summary>
    /// <param name="read">Each article as it was read, with its vector.</param>
    public Task SaveAsync(string model, IReadOnlyList<(UnreadArticle Article, ReadOnlyMemory<float> Vector)> read, CancellationToken ct) =>
        database.WriteAsync(
            async session =>
            {
                foreach (var (article, vector) in read)
                {
                    await session.ExecuteAsync("delete from article_embeddings where article_id = @id", new { id = article.Id });
                    await InsertAsync(session, model, article, QuantizedVector.Of(vector.Span), ct);
                }
            },
            ct);

    /// <summary>A number that changes with each import: before it does, nothing is missing that was not.</summary>
    public Task<long> ImportAsync(CancellationToken ct) => database.ReadAsync(ArchiveNamesStore.ImportAsync, ct);

    /// <summary>Vectors that were stored after the row of this number, in the order of their rows.</summary>
    internal Task<IReadOnlyList<StoredVector>> SinceAsync(string model, long row, int take, CancellationToken ct) => database.ReadAsync(
        async Task<IReadOnlyList<StoredVector>> (session) =>
        [
            .. await session.QueryAsync<StoredVector>(
                "select id, article_id, vector from article_embeddings where id > @row and model = @model order by id limit @take",
                new { row, model, take }),
        ],
        ct);

    /// <summary>Dapper would take the bytes for a list of values.</summary>
    static async Task InsertAsync(DatabaseSession session, string model, UnreadArticle article, byte[] vector, CancellationToken ct)
    {
        await using var command = session.CreateCommand();
        command.CommandText =
            """
            insert into article_embeddings (article_id, model, vector)
            select id, @model, @vector
            from articles
            where id = @id
              and title = @title
              and excerpt = @excerpt
            """;
        (string Name, object Value)[] parameters =
            [("@model", model), ("@vector", vector), ("@id", article.Id), ("@title", article.Title), ("@excerpt", article.Excerpt)];
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(ct);
    }

    internal sealed record StoredVector
    {
        public required long Id { get; init; }
        public required long ArticleId { get; init; }
        public required byte[] Vector { get; init; }
    }
}

/// <summary>An article whose meaning is not known.</summary>
public sealed record UnreadArticle
{
    public required long Id { get; init; }
    public required string Title { get; init; }
    public required string Excerpt { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>What the model reads.</summary>
    public string Text => $"{Title}. {Excerpt}";
}
