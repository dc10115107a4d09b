-- The event log with one total order without gaps: positions come from a head row, not from a sequence.
--
-- Whoever appends first moves the head row and keeps its lock till the end of the transaction. So positions are taken in the order of
-- commits, a rollback gives its positions back, and a reader that has seen position n has seen all before it.

create table event_log_head (
    only_row      boolean primary key default true check (only_row),
    last_position bigint not null check (last_position >= 0)
) with (fillfactor = 10);  -- one row, updated by every commit: room for its versions on the page, so that each update stays on it

comment on table event_log_head is 'One row: the position of the last event. Its lock is the order of the log.';

insert into event_log_head (last_position) select coalesce(max(global_index), 0) from domain_event_entry;

-- What an insert without a position gets: the next one, under the same lock. The engine gives positions itself, many at a time.
create function next_event_position() returns bigint
    language sql volatile
    as 'update event_log_head set last_position = last_position + 1 returning last_position';

alter table domain_event_entry alter column global_index drop identity;
alter table domain_event_entry alter column global_index set default next_event_position();
comment on column domain_event_entry.global_index is
    'Position. From 1 on, without gaps, in the order of commits; a log older than event_log_head may have holes up to that migration.';

-- A repeat of a command finds its first answer here. Of the events that an append brings to an aggregate under one key, the first
-- carries it: an append is stored whole or not at all.
alter table domain_event_entry add column idempotency_key text;
comment on column domain_event_entry.idempotency_key is 
    'actor/idempotencyKey of the command, on the first event that it appended to the aggregate; else null.';
create unique index domain_event_entry_idempotency on domain_event_entry (aggregate_identifier, idempotency_key)
    where idempotency_key is not null;

-- Who writes knows actor and correlation, so it says them: to find both in the JSON again cost an append a fifth of its time. A writer
-- that says neither, such as a hand in psql, gets them from the metadata as before.
alter table domain_event_entry alter column actor drop expression, alter column correlation_id drop expression;

create function derive_event_columns() returns trigger
    language plpgsql as
$$
declare
    metadata jsonb := event_json(new.meta_data);
begin
    new.actor := metadata ->> 'actor';
    new.correlation_id := metadata ->> 'correlationId';
    return new;
end
$$;

create trigger domain_event_entry_derive before insert on domain_event_entry
    for each row when (new.actor is null and new.correlation_id is null)
    execute function derive_event_columns();

-- One row that is no JSON would make the whole view event_log unreadable.
alter table domain_event_entry
    add constraint domain_event_entry_payload_is_json check (convert_from(payload, 'UTF8') is json),
    add constraint domain_event_entry_metadata_is_json check (convert_from(meta_data, 'UTF8') is json object);

-- Each index costs every append. Events arrive nearly in the order of their time, so a block range index answers "from … to …" in a
-- thousandth of the space and costs an insert next to nothing. The indexes on actor, correlation and type stay: their values repeat all
-- over the log, where block ranges exclude nothing, and the audit reads by them in the order of positions.
drop index domain_event_entry_occurred_at;
create index domain_event_entry_occurred_at on domain_event_entry using brin (occurred_at) with (autosummarize = on);

-- Rows never change: freeze them early and in small portions instead of in one sweep over all history.
alter table domain_event_entry set (
    autovacuum_vacuum_insert_threshold = 100000,
    autovacuum_vacuum_insert_scale_factor = 0.02,
    autovacuum_freeze_min_age = 0,
    autovacuum_analyze_scale_factor = 0.02);

grant select, update on event_log_head to amanat_app;
