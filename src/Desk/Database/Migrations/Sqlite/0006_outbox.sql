-- One outbox for every kind of message, and what a channel asks for as rules that are named.

-- Each message on its way to a channel, and what became of it. A channel gets a story once: the row stays, also when
-- the subscription goes and comes back. The subject is the story, the digest, the alert or the notice that the message tells.
-- What it tells changes, which edition counts; sent_edition is what the channel has. An edit is due by the same column as
-- the message itself was; said is a hash of what the message says, so that an edit that changes nothing is not sent.
-- A story that a digest brings has the digest's message and is never edited. The key begins with the subject, so that what
-- one story causes in ten thousand channels stands side by side; by channel, rows are found by whether they wait or are settled.
create table outbox (
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
    created_at    text    not null,
    unique (kind, subject_id, channel)
) strict;

insert into outbox (id, channel, kind, subject_id, state, reason, sent_edition, attempts, due_at, claimed_at, message, sent_at, created_at)
select id, channel, 'story', article_id, state, reason, state = 'sent', attempts, due_at, claimed_at, message,
       case when state = 'sent' then claimed_at end, created_at
from deliveries;

insert into outbox (channel, kind, subject_id, state, reason, edition, sent_edition, attempts, due_at, claimed_at, message, sent_at, created_at)
select channel, 'alert', id,
       case when message is not null then 'sent' when sent_version > 0 then 'skipped' when attempts > 0 then 'sending' else 'pending' end,
       reason, version, sent_version, attempts, due_at, claimed_at, message,
       case when message is not null then claimed_at end, created_at
from alerts;

drop table deliveries;
alter table outbox rename to deliveries;

create index deliveries_due
on deliveries (channel, due_at, id)
where state in ('held', 'pending', 'sending') or (state = 'sent' and sent_edition < edition);

create index deliveries_settled
on deliveries (channel, id)
where state in ('sent', 'failed', 'skipped');

create index deliveries_sent
on deliveries (channel, sent_at)
where sent_at is not null;

drop index alerts_due;
alter table alerts drop column version;
alter table alerts drop column sent_version;
alter table alerts drop column attempts;
alter table alerts drop column due_at;
alter table alerts drop column claimed_at;
alter table alerts drop column message;
alter table alerts drop column reason;

-- Where the channel is what: text, announcement, forum, thread or member.
alter table subscriptions add column destination text not null default 'text';

-- Who chose it, to be told when something is wrong with it.
alter table subscriptions add column chosen_by text;

-- Set while nothing is posted: by a moderator, or by the bot when the channel refuses.
alter table subscriptions add column paused_at text;
alter table subscriptions add column pause_reason text;
alter table subscriptions add column is_paused_by_bot integer not null default 0;

create index subscriptions_of_guild
on subscriptions (guild);

-- What differs from the rules that every channel begins with, in the words that moderators and their files use.
create table subscription_rules (
    channel text not null references subscriptions (channel) on delete cascade,
    name    text not null,
    value   text not null,
    primary key (channel, name)
) strict, without rowid;

insert into subscription_rules (channel, name, value)
select channel, 'topics', group_concat(slug, ', ')
from (select channel, slug from subscription_topics order by channel, position)
group by channel;

drop table subscription_topics;

-- Who changed what, for moderators to look up.
create table subscription_changes (
    id      integer primary key,
    guild   text,
    channel text not null,
    at      text not null,
    by      text,
    what    text not null
) strict;

create index subscription_changes_of_guild
on subscription_changes (guild, id);

-- Counts every change of subscriptions, so that who keeps them in memory knows when to read them again.
create table subscriptions_version (
    version integer not null
) strict;

insert into subscriptions_version (version) values (1);

-- One message for many stories: those of its channel that are held until its time.
create table digests (
    id      integer primary key,
    channel text    not null,
    at      text    not null
) strict;

create index digests_of_channel
on digests (channel, at);

-- What a moderator is told about a channel: that it was paused, and why.
create table notices (
    id         integer primary key,
    about      text    not null,
    reason     text    not null,
    created_at text    not null
) strict;
