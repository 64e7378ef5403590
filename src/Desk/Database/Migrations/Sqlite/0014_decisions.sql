-- Stories that channels are still to be asked about. An empty channel stands for all of them.
create table undecided_stories (
    channel text not null default '',
    story_id integer not null,
    is_new integer not null,
    revision integer not null default 1,
    primary key (channel, story_id)
);

-- Channels that still wait for the latest stories they asked for.
create table unfilled_channels (
    channel text primary key not null,
    stories integer not null
);

-- Channels that got too many new stories at once. The rest of them wait until a moderator releases or drops them.
create table floods (
    id integer primary key,
    key text not null unique,
    channel text not null,
    started_at text not null,
    outcome text,
    stories integer,
    ended_by text
);

create unique index floods_open on floods (channel) where outcome is null;

-- When a story became news for the channel; null if somebody asked for it.
alter table deliveries add column decided_at text;

alter table deliveries add column flood_id integer references floods;

-- Whether a story that was skipped goes to the channel after all once its rules let it through.
alter table deliveries add column may_return integer not null default 0;

create index deliveries_decided on deliveries (channel, decided_at) where decided_at is not null;
