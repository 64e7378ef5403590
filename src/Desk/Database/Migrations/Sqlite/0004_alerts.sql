-- Who is told what is wrong in the content folder, and what they were told.

-- One channel for each guild that wants one. Both are named by their addresses in the chat service.
create table alert_channels (
    guild   text not null primary key,
    channel text not null
) strict, without rowid;

-- The problems that stand, as they were last noted. A problem stays the same one when its line moves; nth counts those
-- of a file that read alike. The path is empty where the folder itself can't be read.
create table noted_problems (
    path       text    not null,
    message    text    not null,
    nth        integer not null,
    line       integer not null,
    column     integer not null,
    is_warning integer not null,
    primary key (path, message, nth)
) strict, without rowid;

-- An outbox: each row is one message. What it says changes as its problems are mended, which version counts;
-- sent_version is what its channel has.
create table alerts (
    id           integer primary key,
    channel      text    not null,
    is_summary   integer not null,
    version      integer not null default 1,
    sent_version integer not null default 0,
    attempts     integer not null default 0,
    due_at       text    not null,
    claimed_at   text,
    message      text,
    reason       text,
    created_at   text    not null
) strict;

create index alerts_due
on alerts (channel, due_at, id)
where sent_version < version;

create table alert_problems (
    alert_id   integer not null references alerts (id) on delete cascade,
    position   integer not null,
    path       text    not null,
    message    text    not null,
    nth        integer not null,
    line       integer not null,
    column     integer not null,
    is_warning integer not null,
    mended_at  text,
    primary key (alert_id, position)
) strict, without rowid;

create index alert_problems_standing
on alert_problems (path, message, nth)
where mended_at is null;
