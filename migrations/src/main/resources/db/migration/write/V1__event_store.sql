-- The event store: every fact of the platform, append-only, readable as JSON.

grant usage on schema ${flyway:defaultSchema} to amanat_app;

-- convert_from and the cast to timestamptz are only "stable" for PostgreSQL because in general they depend on settings.
-- With a fixed encoding, and with instants that always end in "Z", their result depends on the argument alone.
create function event_json(data bytea) returns jsonb
    language sql immutable strict parallel safe
    return convert_from(data, 'UTF8')::jsonb;

create function event_instant(instant text) returns timestamptz
    language sql immutable strict parallel safe
    return instant::timestamptz;

create function refuse_event_change() returns trigger
    language plpgsql as
$$
begin
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;

create table domain_event_entry (
    global_index         bigint generated always as identity primary key,
    event_identifier     text  not null unique,
    aggregate_identifier text  not null,
    sequence_number      bigint not null check (sequence_number >= 0),
    type                 text,
    payload_type         text  not null,
    payload_revision     text,
    payload              bytea not null,
    meta_data            bytea not null,
    time_stamp           text  not null check (time_stamp like '%Z'),
    occurred_at          timestamptz not null generated always as (event_instant(time_stamp)) stored,
    actor                text generated always as (event_json(meta_data) ->> 'actor') stored,
    correlation_id       text generated always as (event_json(meta_data) ->> 'correlationId') stored,
    unique (aggregate_identifier, sequence_number)
);

comment on table domain_event_entry is 'Every event, in the order of its position (global_index). Append-only. Read it through event_log.';
comment on column domain_event_entry.global_index is 'Position. Grows, may have holes: a refused append uses up its number.';
comment on column domain_event_entry.type is 'Aggregate type.';
comment on column domain_event_entry.payload_type is 'Stable name with version, such as payment.funds-held.v1; never a class name.';
comment on column domain_event_entry.payload is 'JSON in UTF-8. Personal text in it is encrypted.';
comment on column domain_event_entry.meta_data is 'JSON in UTF-8; all values are strings.';
comment on column domain_event_entry.time_stamp is 'ISO-8601 in UTC with milliseconds, as the framework writes it; occurred_at is the same instant.';
comment on column domain_event_entry.actor is 'Who caused it: user:<uuid>, api-key:<uuid>, provider:<name> or system:<part>.';
comment on column domain_event_entry.correlation_id is 'The purchase request''s id for everything about one trade.';

create index domain_event_entry_correlation on domain_event_entry (correlation_id, global_index);
create index domain_event_entry_actor on domain_event_entry (actor, global_index);
create index domain_event_entry_payload_type on domain_event_entry (payload_type, global_index);
create index domain_event_entry_occurred_at on domain_event_entry (occurred_at, global_index);

create trigger domain_event_entry_no_update before update on domain_event_entry
    for each statement execute function refuse_event_change();
create trigger domain_event_entry_no_delete before delete on domain_event_entry
    for each statement execute function refuse_event_change();
create trigger domain_event_entry_no_truncate before truncate on domain_event_entry
    for each statement execute function refuse_event_change();
alter table domain_event_entry enable always trigger domain_event_entry_no_update;
alter table domain_event_entry enable always trigger domain_event_entry_no_delete;
alter table domain_event_entry enable always trigger domain_event_entry_no_truncate;

create table snapshot_event_entry (
    aggregate_identifier text   not null,
    sequence_number      bigint not null,
    type                 text   not null,
    event_identifier     text   not null unique,
    payload_type         text   not null,
    payload_revision     text,
    payload              bytea  not null,
    meta_data            bytea,
    time_stamp           text   not null,
    primary key (aggregate_identifier, sequence_number)
);

comment on table snapshot_event_entry is 'Cached state of aggregates; may be emptied at any time, the events are the truth.';

create view event_log with (security_invoker = true) as
select global_index                as position,
       occurred_at,
       payload_type                as event_type,
       type                        as aggregate_type,
       aggregate_identifier        as aggregate_id,
       sequence_number,
       actor,
       correlation_id,
       event_identifier            as event_id,
       payload_revision,
       event_json(payload)         as payload,
       event_json(meta_data)       as metadata
from domain_event_entry;

comment on view event_log is 'The reviewers'' view of all events, payload and metadata as JSON. Filter by correlation_id for one trade.';

grant select, insert on domain_event_entry to amanat_app;
grant select, insert, update, delete on snapshot_event_entry to amanat_app;
grant select on event_log to amanat_app;
