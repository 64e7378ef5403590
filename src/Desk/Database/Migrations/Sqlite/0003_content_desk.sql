-- One article in several files, what articles mention, who their providers are, and what each import changed.

-- What is known of a file says more than before, so all files are looked at once more.
drop table problems;
drop table files;

-- hash is the beginning of the SHA-256 of the file's bytes. duplicate_of is the article that the file only repeats.
create table files (
    path           text    not null primary key,
    size           integer not null,
    modified_ticks integer not null,
    hash           integer not null,
    duplicate_of   integer references articles (id)
) strict, without rowid;

create index files_of_duplicates
on files (duplicate_of)
where duplicate_of is not null;

create table problems (
    path       text    not null references files (path) on delete cascade,
    position   integer not null,
    line       integer not null,
    column     integer not null,
    message    text    not null,
    is_warning integer not null,
    primary key (path, position)
) strict, without rowid;

-- The normalised addresses by which an article is known. They stay when it is removed, so that it is the same
-- article when it comes back under another path. Publishers use an address again for later stories, so a link
-- may belong to several articles.
create table article_links (
    link       text    not null,
    article_id integer not null references articles (id) on delete cascade,
    primary key (link, article_id)
) strict, without rowid;

create index article_links_by_article
on article_links (article_id);

-- Where the article's file names its provider.
alter table articles add column provider_line integer;
alter table articles add column provider_column integer;

create index articles_by_provider
on articles (provider_domain, provider_name)
where removed_at is null;

-- Where the article's file names the topic; inferred topics come from keywords and are named nowhere.
alter table article_topics add column is_inferred integer not null default 0;
alter table article_topics add column line integer;
alter table article_topics add column column integer;

-- Defined topics have a file of their own.
alter table topics add column is_defined integer not null default 0;

create table topic_keywords (
    topic_id integer not null references topics (id) on delete cascade,
    position integer not null,
    keyword  text    not null,
    primary key (topic_id, position)
) strict, without rowid;

create table topic_hashtags (
    topic_id integer not null references topics (id) on delete cascade,
    position integer not null,
    hashtag  text    not null,
    primary key (topic_id, position)
) strict, without rowid;

create table providers (
    domain text not null primary key,
    name   text not null,
    icon   text
) strict, without rowid;

-- The words of articles that are not removed; rowid is the article's id.
create virtual table article_search using fts5 (
    title, excerpt, body, provider, topics, related,
    content = '', contentless_delete = 1,
    tokenize = "porter unicode61 remove_diacritics 2"
);

-- The imports that changed something.
create table imports (
    id           integer primary key,
    at           text    not null,
    milliseconds integer not null,
    files        integer not null,
    news         integer not null,
    edited       integer not null,
    touched      integer not null,
    returned     integer not null,
    withdrawn    integer not null,
    broken       integer not null,
    duplicates   integer not null,
    unchanged    integer not null
) strict;
