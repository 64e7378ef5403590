using Desk.Archive.Questions;
using Desk.Database;

namespace Desk.Archive.Search;

/// <summary>The filters of a question, as a condition on the listed articles <c>a</c>.</summary>
static class FilterSql
{
    /// <remarks>The times are a range, so that an index serves them.</remarks>
    public const string Passes = $"""
        a.published_at >= coalesce(@since, '')
          and a.published_at < coalesce(@until, '~')
          and (@type is null or lower(a.type) = @type)
          and (@outlet is null or a.provider_domain = @outlet or (a.provider_domain = '' and lower(a.provider_name) = @outlet))
          and (@relatedOutlet is null or a.id in {RelatedCoverage.ListingOutlet})
          and (@notOutlet is null
            or (a.provider_domain <> @notOutlet and (a.provider_domain <> '' or lower(a.provider_name) <> @notOutlet)))
          and (@topicId is null or exists (select 1 from article_topics x where x.topic_id = @topicId and x.article_id = a.id))
        """;

    /// <summary>The articles <c>a</c> to look through: of a topic or an outlet, only its own.</summary>
    public static string From(QuestionFilters filters) => filters switch
    {
        { Topic: not null } => """
            (select l.*
               from article_topics t
               join listed_articles l on l.id = t.article_id
              where t.topic_id = @topicId) a
            """,
        { Outlet.IsOnlyRelated: true } => "listed_articles a",
        { Outlet.Domain: "" } => "(select * from listed_articles where provider_domain = '') a",
        { Outlet: not null } => "(select * from listed_articles where provider_domain = @outlet) a",
        _ => "listed_articles a",
    };

    public static FilterValues Of(QuestionFilters filters) => new()
    {
        Since = filters.Since is { } since ? UtcText.Of(since) : null,
        Until = filters.Until is { } until ? UtcText.Of(until) : null,
        Type = filters.Type,
        Outlet = filters.Outlet is { IsOnlyRelated: false } outlet ? outlet.Key.ToLowerInvariant() : null,
        RelatedOutlet = filters.Outlet is { IsOnlyRelated: true } related ? related.Key.Trim().ToLowerInvariant() : null,
        NotOutlet = filters.NotOutlet?.Key.ToLowerInvariant(),
        TopicId = filters.Topic?.Id,
    };
}

/// <summary>What <see cref="FilterSql.Passes"/> names, as the database stores it.</summary>
sealed record FilterValues
{
    public required string? Since { get; init; }
    public required string? Until { get; init; }
    public required string? Type { get; init; }
    public required string? Outlet { get; init; }
    public required string? RelatedOutlet { get; init; }
    public required string? NotOutlet { get; init; }
    public required long? TopicId { get; init; }
}
