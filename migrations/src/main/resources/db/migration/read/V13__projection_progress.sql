-- How far these tables have come, and what could not be taken. It lies in the schema of the tables themselves, so that rows and
-- progress are written in one transaction, and a switch to another schema takes both along.

create table projection_segments (
    segment       integer     primary key check (segment >= 0),
    segments      integer     not null check (segments > segment),
    position      bigint      not null check (position >= 0),
    owner         text,
    claimed_until timestamptz,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    check ((owner is null) = (claimed_until is null))
);

comment on table projection_segments is
    'One row per segment of the log: a trade belongs to the segment that the hash of its correlation id gives.';
comment on column projection_segments.segments is 'How many there are; the same in every row.';
comment on column projection_segments.position is 'Every event of the segment up to here is in the tables or in dead_letters.';
comment on column projection_segments.owner is 'The node that works on it until claimed_until; nobody when absent or over.';

create table projection_nodes (
    node        text        primary key,
    alive_until timestamptz not null,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now()
);

comment on table projection_nodes is 'The nodes that share the segments, each with the time until which it counts as living.';

create table dead_letters (
    position      bigint      primary key check (position > 0),
    sequence      text        not null,
    event_id      text        not null,
    event_type    text        not null,
    cause         text,
    attempts      integer     not null default 0 check (attempts >= 0),
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now()
);

comment on table dead_letters is
    'Events that the projections could not take, and those of the same trade that follow: kept in order until somebody retries them.';
comment on column dead_letters.sequence is 'The correlation id, which for a trade is its purchase request''s id.';
comment on column dead_letters.cause is 'Why; absent for an event that only waits behind one that could not be taken.';

create index dead_letters_sequence on dead_letters (sequence, position);

grant select, insert, update on projection_segments to amanat_app;
grant select, insert, update, delete on projection_nodes to amanat_app;
grant select, insert, update, delete on dead_letters to amanat_app;
