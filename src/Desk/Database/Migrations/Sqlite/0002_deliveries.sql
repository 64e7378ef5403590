-- Who wants which news, and what became of each item on its way there.

-- A channel is named by its address in the chat service; to this room it is only a name.
create table subscriptions (
    channel       text    not null primary key,
    guild         text,
    latest        integer not null,
    from_settings integer not null,
    created_at    text    not null
) strict, without rowid;

-- No row means every topic.
create table subscription_topics (
    channel  text    not null references subscriptions (channel) on delete cascade,
    slug     text    not null,
    position integer not null,
    primary key (channel, slug)
) strict, without rowid;

-- The outbox. A channel gets an article once: the row stays, also when the subscription goes and comes back.
create table deliveries (
    id         integer primary key,
    channel    text    not null,
    article_id integer not null references articles (id),
    state      text    not null check (state in ('pending', 'sending', 'sent', 'failed', 'skipped')),
    attempts   integer not null default 0,
    due_at     text    not null,
    claimed_at text,
    message    text,
    reason     text,
    created_at text    not null,
    unique (channel, article_id)
) strict;

create index deliveries_due
on deliveries (channel, due_at, id)
where state in ('pending', 'sending');
