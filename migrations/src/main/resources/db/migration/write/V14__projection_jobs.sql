-- Work on schemas of read tables beside the live one: a rebuild, an audit replay, a look at the past.

drop table dead_letter_entry;

create table projection_jobs (
    id               uuid        primary key,
    kind             text        not null check (kind in ('rebuild', 'audit_replay', 'time_travel')),
    state            text        not null check (state in
        ('queued', 'filling', 'indexing', 'catching_up', 'switching', 'comparing', 'done', 'failed', 'cancelled')),
    schema_name      text        not null unique check (schema_name ~ '^[a-z][a-z0-9_]{0,62}$'),
    old_schema_name  text check (old_schema_name ~ '^[a-z][a-z0-9_]{0,62}$'),
    target_position  bigint      not null check (target_position >= 0),
    position         bigint      not null default 0 check (position >= 0),
    requested_by     text        not null,
    cancel_requested boolean     not null default false,
    node             text,
    lease_until      timestamptz,
    started_at       timestamptz,
    finished_at      timestamptz,
    failure          text,
    certificate      jsonb,
    discarded_at     timestamptz,
    created_at       timestamptz not null default now(),
    updated_at       timestamptz not null default now(),
    check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null)),
    check ((state = 'failed') = (failure is not null))
);

comment on table projection_jobs is 'Rebuilds, audit replays and looks at the past: what was asked, how far it is, what came out.';
comment on column projection_jobs.schema_name is 'The schema that is filled.';
comment on column projection_jobs.old_schema_name is 'Where a rebuild put the tables that were live before; kept until it is discarded.';
comment on column projection_jobs.target_position is 'Up to which event to fill; a rebuild and a replay go on to where the live tables are.';
comment on column projection_jobs.node is 'Who works on it until lease_until; another takes over after that.';
comment on column projection_jobs.certificate is 'Of an audit replay: position, rows and digest of each table, differences, versions.';

-- one rebuild at a time, whoever asks
create unique index projection_jobs_one_rebuild on projection_jobs (kind)
    where kind = 'rebuild' and state not in ('done', 'failed', 'cancelled');
create index projection_jobs_created on projection_jobs (created_at desc, id);

create trigger projection_jobs_touch before update on projection_jobs for each row execute function touch_updated_at();

grant select, insert, update on projection_jobs to amanat_app;
