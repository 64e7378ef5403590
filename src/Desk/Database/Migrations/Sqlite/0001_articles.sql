-- What the content folder says, as last read without error.

-- Every article file that was looked at. Size (bytes) and time (ticks of 100 ns, as the file system
-- keeps them) tell whether to read it again.
create table files (
    path           text    not null primary key,
    size           integer not null,
    modified_ticks integer not null
) strict, without rowid;

create table problems (
    path       text    not null references files (path) on delete cascade,
    position   integer not null,
    line       integer not null,
    column     integer not null,
    message    text    not null,
    is_warning integer not null,
    primary key (path, position)
) strict, without rowid;

-- An article outlives its file: removed_at is set instead, so that a file that comes back is not news again.
-- listed_at is when readers could first see it; null until then. It is never cleared.
create table articles (
    id              integer primary key,
    path            text    not null unique,
    title           text    not null,
    excerpt         text    not null,
    published_at    text    not null,
    web_url         text,
    original_url    text,
    amp_web_url     text,
    cdn_amp_web_url text,
    category        text    not null,
    type            text    not null,
    quality         integer,
    heat            integer,
    published       integer not null,
    provider_name   text    not null,
    provider_domain text    not null,
    provider_icon   text,
    body            text    not null,
    listed_at       text,
    removed_at      text
) strict;

create index articles_newest_first
on articles (published_at desc, id desc)
where published = 1 and removed_at is null;

create index articles_never_listed
on articles (id)
where listed_at is null;

create table topics (
    id        integer primary key,
    name      text    not null,
    slug      text    not null unique,
    shortname text,
    parent_id integer references topics (id)
) strict;

-- The key carries the date so that a topic's newest articles are one walk along it. A topic's articles include
-- those of the topics below it: these have rows of their own, inherited ones.
create table article_topics (
    topic_id     integer not null references topics (id),
    published_at text    not null,
    article_id   integer not null references articles (id) on delete cascade,
    position     integer not null,
    is_inherited integer not null,
    primary key (topic_id, published_at desc, article_id desc)
) strict, without rowid;

create index article_topics_by_article
on article_topics (article_id, position);

create table images (
    article_id integer not null references articles (id) on delete cascade,
    position   integer not null,
    url        text    not null,
    width      integer,
    height     integer,
    primary key (article_id, position)
) strict, without rowid;

create table related_articles (
    article_id      integer not null references articles (id) on delete cascade,
    position        integer not null,
    title           text    not null,
    excerpt         text    not null,
    published_at    text,
    link            text,
    amp_web_url     text,
    cdn_amp_web_url text,
    type            text    not null,
    provider_name   text    not null,
    provider_domain text    not null,
    provider_icon   text,
    quality         integer,
    image_url       text,
    image_width     integer,
    image_height    integer,
    primary key (article_id, position)
) strict, without rowid;

-- What readers may see.
create view listed_articles as
select *
from articles
where published = 1
  and removed_at is null;
