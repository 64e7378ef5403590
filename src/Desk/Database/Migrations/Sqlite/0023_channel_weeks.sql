-- How often something happened in a channel in a week that begins on Monday in UTC: sums, and nothing about who did it or to which story.
-- Posts are counted from deliveries.
create table channel_weeks (
    channel text    not null,
    week    text    not null,
    kind    text    not null check (kind in ('edit', 'follow', 'press')),
    count   integer not null,
    primary key (channel, week, kind)
) strict, without rowid;
