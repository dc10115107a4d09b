-- What the event processors, sagas and deadlines need to survive a restart. Columns as Axon 4.13 and db-scheduler 16 expect them.

create table token_entry (
    processor_name text    not null,
    segment        integer not null,
    token          bytea,
    token_type     text,
    time_stamp     text,
    owner          text,
    primary key (processor_name, segment)
);

comment on table token_entry is 'How far each event processor has read; written in the same transaction as the rows it projects.';

create table saga_entry (
    saga_id         text primary key,
    saga_type       text,
    revision        text,
    serialized_saga bytea
);

comment on table saga_entry is 'State of the running process managers, as JSON in UTF-8.';

create table association_value_entry (
    id                bigint generated always as identity primary key,
    association_key   text not null,
    association_value text not null,
    saga_type         text not null,
    saga_id           text not null
);

comment on table association_value_entry is 'By which ids an event finds its saga.';

create index association_value_entry_lookup on association_value_entry (saga_type, association_key, association_value);
create index association_value_entry_saga on association_value_entry (saga_id, saga_type);

create table dead_letter_entry (
    dead_letter_id       text   primary key,
    processing_group     text   not null,
    sequence_identifier  text   not null,
    sequence_index       bigint not null,
    message_type         text   not null,
    event_identifier     text   not null,
    time_stamp           text   not null,
    payload_type         text   not null,
    payload_revision     text,
    payload              bytea  not null,
    meta_data            bytea,
    aggregate_type       text,
    aggregate_identifier text,
    sequence_number      bigint,
    token_type           text,
    token                bytea,
    enqueued_at          text   not null,
    last_touched         text,
    processing_started   text,
    cause_type           text,
    cause_message        varchar(1023),
    diagnostics          bytea,
    unique (processing_group, sequence_identifier, sequence_index)
);

comment on table dead_letter_entry is 'Events that a handler could not take, kept in order per sequence until somebody retries or discards them.';

create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

comment on table scheduled_tasks is 'Deadlines and recurring jobs.';

create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time);

grant select, insert, update, delete
    on token_entry, saga_entry, association_value_entry, dead_letter_entry, scheduled_tasks to amanat_app;
