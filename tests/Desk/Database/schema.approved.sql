CREATE TABLE articles (
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
, provider_line integer, provider_column integer, story_id integer references articles (id), story_reason text, public_key integer not null default 0) strict;

CREATE INDEX articles_newest_first
on articles (published_at desc, id desc)
where published = 1 and removed_at is null;

CREATE TABLE topics (
    id        integer primary key,
    name      text    not null,
    slug      text    not null unique,
    shortname text,
    parent_id integer references topics (id)
, is_defined integer not null default 0) strict;

CREATE TABLE article_topics (
    topic_id     integer not null references topics (id),
    published_at text    not null,
    article_id   integer not null references articles (id) on delete cascade,
    position     integer not null,
    is_inherited integer not null, is_inferred integer not null default 0, line integer, column_number integer,
    primary key (topic_id, published_at desc, article_id desc)
) strict, without rowid;

CREATE INDEX article_topics_by_article
on article_topics (article_id, position);

CREATE TABLE images (
    article_id integer not null references articles (id) on delete cascade,
    position   integer not null,
    url        text    not null,
    width      integer,
    height     integer,
    primary key (article_id, position)
) strict, without rowid;

CREATE TABLE related_articles (
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

CREATE VIEW listed_articles as
select *
from articles
where published = 1
  and removed_at is null;

CREATE TABLE subscriptions (
    channel       text    not null primary key,
    guild         text,
    latest        integer not null,
    from_settings integer not null,
    created_at    text    not null
, destination text not null default 'text', chosen_by text, paused_at text, pause_reason text, is_paused_by_bot integer not null default 0) strict, without rowid;

CREATE TABLE files (
    path           text    not null primary key,
    size           integer not null,
    modified_ticks integer not null,
    hash           integer not null,
    duplicate_of   integer references articles (id)
, missing_from text, is_confirmed integer not null default 0) strict, without rowid;

CREATE INDEX files_of_duplicates
on files (duplicate_of)
where duplicate_of is not null;

CREATE TABLE problems (
    path       text    not null references files (path) on delete cascade,
    position   integer not null,
    line       integer not null,
    column_number     integer not null,
    message    text    not null,
    is_warning integer not null,
    primary key (path, position)
) strict, without rowid;

CREATE TABLE article_links (
    link       text    not null,
    article_id integer not null references articles (id) on delete cascade,
    primary key (link, article_id)
) strict, without rowid;

CREATE INDEX article_links_by_article
on article_links (article_id);

CREATE INDEX articles_by_provider
on articles (provider_domain, provider_name)
where removed_at is null;

CREATE TABLE topic_keywords (
    topic_id integer not null references topics (id) on delete cascade,
    position integer not null,
    keyword  text    not null,
    primary key (topic_id, position)
) strict, without rowid;

CREATE TABLE topic_hashtags (
    topic_id integer not null references topics (id) on delete cascade,
    position integer not null,
    hashtag  text    not null,
    primary key (topic_id, position)
) strict, without rowid;

CREATE TABLE providers (
    domain text not null primary key,
    name   text not null,
    icon   text
) strict, without rowid;

CREATE VIRTUAL TABLE article_search using fts5 (
    title, excerpt, body, provider, topics, related,
    content = '', contentless_delete = 1,
    tokenize = "porter unicode61 remove_diacritics 2"
);

CREATE TABLE 'article_search_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'article_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE 'article_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'article_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE imports (
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

CREATE TABLE alert_channels (
    guild   text not null primary key,
    channel text not null
) strict, without rowid;

CREATE TABLE noted_problems (
    path       text    not null,
    message    text    not null,
    nth        integer not null,
    line       integer not null,
    column_number     integer not null,
    is_warning integer not null,
    primary key (path, message, nth)
) strict, without rowid;

CREATE TABLE alerts (
    id           integer primary key,
    channel      text    not null,
    is_summary   integer not null,
    created_at   text    not null
) strict;

CREATE TABLE alert_problems (
    alert_id   integer not null references alerts (id) on delete cascade,
    position   integer not null,
    path       text    not null,
    message    text    not null,
    nth        integer not null,
    line       integer not null,
    column_number     integer not null,
    is_warning integer not null,
    mended_at  text,
    primary key (alert_id, position)
) strict, without rowid;

CREATE INDEX alert_problems_standing
on alert_problems (path, message, nth)
where mended_at is null;

CREATE INDEX articles_by_story
on articles (story_id)
where story_id is not null;

CREATE TABLE story_keys (
    key        integer not null,
    article_id integer not null,
    primary key (key, article_id)
) strict, without rowid;

CREATE TABLE story_changes (
    article_id  integer not null primary key,
    was_visible integer not null,
    is_edited   integer not null,
    is_grown    integer not null
) strict;

CREATE TABLE "deliveries" (
    id            integer primary key,
    channel       text    not null,
    kind          text    not null,
    subject_id    integer not null,
    state         text    not null check (state in ('held', 'pending', 'sending', 'sent', 'failed', 'skipped')),
    reason        text,
    edition       integer not null default 1,
    sent_edition  integer not null default 0,
    attempts      integer not null default 0,
    due_at        text    not null,
    claimed_at    text,
    message       text,
    message_place text,
    said          integer,
    sent_at       text,
    edited_at     text,
    pinged_at     text,
    held_until    text,
    digest_id     integer,
    refused_at    text,
    is_ordered    integer not null default 0,
    created_at    text    not null, destination text not null default 'text', owner text, epoch integer not null default 0, nonce text, decided_at text, flood_id integer references floods, may_return integer not null default 0, is_withdrawn integer not null default 0, shown_title text, shown_outlets integer, shown_as_embed integer, pinged_roles text, trace text,
    unique (kind, subject_id, channel)
) strict;

CREATE INDEX deliveries_due
on deliveries (channel, due_at, id)
where state in ('held', 'pending', 'sending') or (state = 'sent' and sent_edition < edition);

CREATE INDEX deliveries_settled
on deliveries (channel, id)
where state in ('sent', 'failed', 'skipped');

CREATE INDEX deliveries_sent
on deliveries (channel, sent_at)
where sent_at is not null;

CREATE INDEX subscriptions_of_guild
on subscriptions (guild);

CREATE TABLE subscription_rules (
    channel text not null references subscriptions (channel) on delete cascade,
    name    text not null,
    value   text not null,
    primary key (channel, name)
) strict, without rowid;

CREATE TABLE subscription_changes (
    id      integer primary key,
    guild   text,
    channel text not null,
    at      text not null,
    by      text,
    what    text not null
) strict;

CREATE INDEX subscription_changes_of_guild
on subscription_changes (guild, id);

CREATE TABLE subscriptions_version (
    version integer not null
) strict;

CREATE TABLE digests (
    id      integer primary key,
    channel text    not null,
    at      text    not null
, public_key integer not null default 0) strict;

CREATE INDEX digests_of_channel
on digests (channel, at);

CREATE TABLE notices (
    id         integer primary key,
    about      text    not null,
    reason     text    not null,
    created_at text    not null
, kind text not null default 'paused', public_key integer not null default 0) strict;

CREATE TABLE story_followers (
    story_id    integer not null,
    channel     text    not null,
    language    text    not null,
    followed_at text    not null,
    primary key (story_id, channel)
) strict, without rowid;

CREATE INDEX story_followers_by_channel
on story_followers (channel, followed_at);

CREATE TABLE known_outlets (
    story_id integer not null,
    outlet   text    not null,
    primary key (story_id, outlet)
) strict, without rowid;

CREATE TABLE coverage_news (
    id       integer primary key,
    story_id integer not null,
    channel  text    not null,
    at       text    not null
, public_key integer not null default 0) strict;

CREATE INDEX coverage_news_of_story
on coverage_news (story_id, channel, at);

CREATE TABLE coverage_news_outlets (
    news_id integer not null references coverage_news (id) on delete cascade,
    outlet  text    not null,
    primary key (news_id, outlet)
) strict, without rowid;

CREATE INDEX articles_to_be_listed
on articles (id)
where listed_at is null
  and published = 1
  and removed_at is null;

CREATE TABLE leases (
    name  text    not null primary key,
    owner text    not null,
    epoch integer not null
) strict, without rowid;

CREATE TABLE incarnations (
    id             text    not null primary key,
    claims         integer not null,
    is_restored    integer not null,
    newest_message text
) strict, without rowid;

CREATE TABLE searched_channels (
    channel     text not null primary key,
    incarnation text not null
) strict, without rowid;

CREATE TABLE found_messages (
    channel text not null,
    message text not null,
    body    text not null,
    primary key (channel, message)
) strict, without rowid;

CREATE INDEX articles_by_public_key
on articles (public_key);

CREATE TABLE undecided_stories (
    channel text not null default '',
    story_id integer not null,
    is_new integer not null,
    revision integer not null default 1,
    primary key (channel, story_id)
);

CREATE TABLE unfilled_channels (
    channel text primary key not null,
    stories integer not null
);

CREATE TABLE floods (
    id integer primary key,
    key text not null unique,
    channel text not null,
    started_at text not null,
    outcome text,
    stories integer,
    ended_by text
);

CREATE UNIQUE INDEX floods_open on floods (channel) where outcome is null;

CREATE INDEX deliveries_decided on deliveries (channel, decided_at) where decided_at is not null;

CREATE INDEX files_missing
on files (missing_from, path)
where missing_from is not null;

CREATE TABLE unreadable_entries (
    path    text not null primary key,
    message text not null
) strict, without rowid;

CREATE TABLE article_embeddings (
    id         integer primary key autoincrement,
    article_id integer not null unique references articles (id) on delete cascade,
    model      text    not null,
    vector     blob    not null
) strict;

CREATE TABLE sqlite_sequence(name,seq);

CREATE TRIGGER article_embeddings_outdated
after update of title, excerpt on articles
when old.title <> new.title or old.excerpt <> new.excerpt
begin
    delete from article_embeddings where article_id = old.id;
end;

CREATE VIRTUAL TABLE article_words using fts5 (
    text,
    content = '', contentless_delete = 1, detail = none,
    tokenize = "unicode61 remove_diacritics 2"
);

CREATE TABLE 'article_words_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'article_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE 'article_words_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'article_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE VIRTUAL TABLE vocabulary using fts5vocab (article_words, row);

CREATE TABLE catch_ups (
    member text primary key not null,
    at text not null
);

CREATE INDEX articles_of_outlet
on articles (provider_domain, published_at desc, id desc)
where published = 1 and removed_at is null;

CREATE INDEX related_articles_of_outlet
on related_articles (provider_domain, provider_name, article_id);

CREATE TABLE channel_weeks (
    channel text    not null,
    week    text    not null,
    kind    text    not null check (kind in ('edit', 'follow', 'press')),
    count   integer not null,
    primary key (channel, week, kind)
) strict, without rowid;

CREATE TABLE presets (
    guild text not null,
    key   text not null,
    name  text not null,
    primary key (guild, key)
);

CREATE TABLE preset_rules (
    guild  text not null,
    preset text not null,
    name   text not null,
    value  text not null,
    primary key (guild, preset, name),
    foreign key (guild, preset) references presets (guild, key) on delete cascade
);
