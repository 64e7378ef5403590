-- Who sends what, and how a database that was restored from a backup is recognized.

-- The process that owns a piece of work. Each new owner has a higher epoch, so that an earlier one notices.
create table leases (
    name  text    not null primary key,
    owner text    not null,
    epoch integer not null
) strict, without rowid;

-- Whose claim a delivery is. An epoch is never used for a second claim: only the one who made it can record how it went.
alter table deliveries add column owner text;
alter table deliveries add column epoch integer not null default 0;

-- What makes Discord recognize a message that is sent again. It is random, because ids repeat after a restore.
alter table deliveries add column nonce text;

-- The one life of this database between two restores, and how many claims were made in it. The owner's file beside the database says
-- the same, so the two differ after one of them was restored. Of a life that began with a restore, newest_message is the newest message
-- that the database knew then: what came later may be in its channel without being known.
create table incarnations (
    id             text    not null primary key,
    claims         integer not null,
    is_restored    integer not null,
    newest_message text
) strict, without rowid;

-- The channels that were searched since a restore, and the bot's messages that were found there and nobody knew.
create table searched_channels (
    channel     text not null primary key,
    incarnation text not null
) strict, without rowid;

create table found_messages (
    channel text not null,
    message text not null,
    body    text not null,
    primary key (channel, message)
) strict, without rowid;

-- By what buttons and messages name what they are about: unlike an id, it is never given to anything else, even after a restore.
alter table articles add column public_key integer not null default 0;

update articles
set public_key = (random() & 0x3fffffffffffffff) | 0x4000000000000000;

create index articles_by_public_key
on articles (public_key);

alter table digests add column public_key integer not null default 0;

update digests
set public_key = (random() & 0x3fffffffffffffff) | 0x4000000000000000;

alter table notices add column public_key integer not null default 0;

update notices
set public_key = (random() & 0x3fffffffffffffff) | 0x4000000000000000;

alter table coverage_news add column public_key integer not null default 0;

update coverage_news
set public_key = (random() & 0x3fffffffffffffff) | 0x4000000000000000;
