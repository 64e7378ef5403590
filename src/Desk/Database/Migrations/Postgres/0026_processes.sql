-- The processes that run on this database. Whose row is gone has lost everything that it held; a row never comes back.
create table processes (
    owner text collate "C" not null primary key,
    name text collate "C" not null,
    started_at timestamptz not null default clock_timestamp(),
    until timestamptz not null,
    -- Of the requests that Discord allows the bot in a second, how many are this process's, and whether it has a use for more.
    requests integer not null default 0,
    is_busy integer not null default 0,
    -- How many of its requests Discord rejected in the last ten minutes.
    rejected integer not null default 0
);

-- The shards that all processes run together, and where their sessions stopped, so that another process can resume them.
create table shards (
    id integer not null primary key,
    count integer not null,
    session_id text collate "C",
    sequence integer,
    resume_url text collate "C"
);
