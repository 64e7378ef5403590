-- A deleted file whose article stays, because too many disappeared at once: the folder that lost them, and whether somebody
-- confirmed that they are meant to be gone. The folder itself is '.'.
alter table files add column missing_from text;

alter table files add column is_confirmed integer not null default 0;

create index files_missing
on files (missing_from, path)
where missing_from is not null;

-- Entries of the content folder that can't be listed, such as a folder without permission or a link to nothing.
create table unreadable_entries (
    path    text not null primary key,
    message text not null
) strict, without rowid;

-- A delivery that is skipped because its story was withdrawn, and is sent if the story returns.
alter table deliveries add column is_withdrawn integer not null default 0;
