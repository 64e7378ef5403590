namespace Desk.Archive.Overviews;

/// <summary>Everything that outlets wrote about stories, in SQL.</summary>
static class StoryItems
{
    /// <summary>
    /// The items of the stories in <c>stories (id)</c>: our articles, and what they list as related. An item whose time nobody knows has
    /// that of its article. Those of unknown outlets, and from the future, are left out.
    /// </summary>
    public const string Sql = """
        select s.id as story_id, a.provider_domain, a.provider_name, a.published_at, a.published_at as article_at, a.listed_at
        from stories s
        join listed_articles a on a.story_id = s.id
        union all
        select s.id, a.provider_domain, a.provider_name, a.published_at, a.published_at, a.listed_at
        from stories s
        join listed_articles a on a.id = s.id and a.story_id is null
        union all
        select s.id, r.provider_domain, r.provider_name, coalesce(r.published_at, a.published_at), a.published_at, a.listed_at
        from stories s
        join listed_articles a on a.story_id = s.id
        join related_articles r on r.article_id = a.id
        union all
        select s.id, r.provider_domain, r.provider_name, coalesce(r.published_at, a.published_at), a.published_at, a.listed_at
        from stories s
        join listed_articles a on a.id = s.id and a.story_id is null
        join related_articles r on r.article_id = a.id
        """;

    /// <summary>Who wrote an item, as <see cref="Articles.Stories.CoverageLine.Outlet"/> spells it.</summary>
    public const string Outlet = "case when provider_domain <> '' then provider_domain else lower(trim(provider_name)) end";
}
