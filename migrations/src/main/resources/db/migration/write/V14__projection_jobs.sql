-- Work on schemas of read tables beside the live one: a rebuild, an audit replay, a look at the past.

drop table dead_letter_entry;

create table projection_jobs (
    id                uuid        primary key,
    kind              text        not null check (kind in ('rebuild', 'audit_replay', 'time_travel')),
    state             text        not null check (state in
        ('queued', 'filling', 'indexing', 'catching_up', 'switching', 'comparing', 'done', 'failed', 'cancelled')),
    schema_name       text        not null unique check (schema_name ~ '^[a-z][a-z0-9_]{0,62}$'),
    old_schema_name   text check (old_schema_name ~ '^[a-z][a-z0-9_]{0,62}$'),
    target_position   bigint      not null check (target_position >= 0),
    target_instant    timestamptz,
    position          bigint      not null default 0 check (position >= 0),
    events            bigint      not null default 0 check (events >= 0),
    parked            bigint      not null default 0 check (parked >= 0),
    events_per_second bigint check (events_per_second >= 0),
    requested_by      text        not null,
    cancel_requested  boolean     not null default false,
    node              text,
    lease_until       timestamptz,
    attempts          integer     not null default 0 check (attempts >= 0),
    started_at        timestamptz,
    finished_at       timestamptz,
    failure           text,
    certificate       jsonb,
    discarded_at      timestamptz,
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now(),
    check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null)),
    check ((state = 'failed') = (failure is not null)),
    check ((node is null) = (lease_until is null))
);

comment on table projection_jobs is 'Rebuilds, audit replays and looks at the past: what was asked, how far it is, what came out.';
comment on column projection_jobs.schema_name is 'The schema that is filled.';
comment on column projection_jobs.old_schema_name is 'Where a rebuild put the tables that were live before; kept until it is discarded.';
comment on column projection_jobs.target_position is 'Up to which event to fill; a rebuild and a replay go on to where the live tables are.';
comment on column projection_jobs.target_instant is 'The instant that was asked for, when it was not a position.';
comment on column projection_jobs.position is 'Every event up to here is in the schema, as a row or as a dead letter.';
comment on column projection_jobs.parked is 'Dead letters in the schema.';
comment on column projection_jobs.node is 'Who works on it until lease_until; another takes over after that.';
comment on column projection_jobs.attempts is 'How often it was taken up since it last got on.';
comment on column projection_jobs.certificate is 'What came out: position, events, versions, and of an audit replay rows and digest of each table and the differences.';

-- one rebuild at a time, whoever asks
create unique index projection_jobs_one_rebuild on projection_jobs (kind)
    where kind = 'rebuild' and state not in ('done', 'failed', 'cancelled');
create index projection_jobs_created on projection_jobs (created_at desc, id);

create trigger projection_jobs_touch before update on projection_jobs for each row execute function touch_updated_at();

grant select, insert, update on projection_jobs to amanat_app;
