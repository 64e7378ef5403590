-- The outlets of related coverage, and what each of them wrote.
create index related_articles_of_outlet
on related_articles (provider_domain, provider_name, article_id);
