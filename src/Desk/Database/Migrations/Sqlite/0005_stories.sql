-- Which articles are about the same event.

-- The article that the story began with, by which the story is named; null where it is this one.
alter table articles add column story_id integer references articles (id);

-- Why it belongs there, for people to read.
alter table articles add column story_reason text;

create index articles_by_story
on articles (story_id)
where story_id is not null;

-- Articles that share none of these hashes (of addresses and of headlines' words) are about different events.
create table story_keys (
    key        integer not null,
    article_id integer not null,
    primary key (key, article_id)
) strict, without rowid;

-- Stored articles that an import changed and whose stories were not looked at yet, and whether readers could see
-- the article before.
create table story_changes (
    article_id  integer not null primary key,
    was_visible integer not null,
    is_edited   integer not null,
    is_grown    integer not null
) strict;

-- All files are read once more, for the keys.
update files
set modified_ticks = 0, hash = 1;
