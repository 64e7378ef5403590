-- What members follow by themselves, and what is told of a story beside its card. The topics that a member follows are rules of
-- a subscription, as a channel's are; the channel is then the member's name with an @ before it.

create table story_followers (
    story_id    integer not null,
    channel     text    not null,
    language    text    not null,
    followed_at text    not null,
    primary key (story_id, channel)
) strict, without rowid;

create index story_followers_by_channel
on story_followers (channel, followed_at);

-- The outlets of those stories of which new coverage is told: what is not among them is new.
create table known_outlets (
    story_id integer not null,
    outlet   text    not null,
    primary key (story_id, outlet)
) strict, without rowid;

-- One message on outlets that took up a story. Those that come before it is sent are told in it as well.
create table coverage_news (
    id       integer primary key,
    story_id integer not null,
    channel  text    not null,
    at       text    not null
) strict;

create index coverage_news_of_story
on coverage_news (story_id, channel, at);

create table coverage_news_outlets (
    news_id integer not null references coverage_news (id) on delete cascade,
    outlet  text    not null,
    primary key (news_id, outlet)
) strict, without rowid;
