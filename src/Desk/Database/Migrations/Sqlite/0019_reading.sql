-- When each member last asked what is new.
create table catch_ups (
    member text primary key not null,
    at text not null
);

-- An outlet's newest articles, and those of a stretch of time with what they are related to.
create index articles_of_outlet
on articles (provider_domain, published_at desc, id desc)
where published = 1 and removed_at is null;
