create table idempotency_keys (
    client_id        text        not null check (length(client_id) between 1 and 200),
    key              text        not null check (length(key) between 1 and 255),
    method           text        not null,
    path             text        not null,
    fingerprint      text        not null,
    state            text        not null default 'in_progress' check (state in ('in_progress', 'completed')),
    locked_until     timestamptz not null,
    response_status  integer check (response_status between 100 and 599),
    response_headers jsonb,
    response_body    bytea,
    expires_at       timestamptz not null,
    created_at       timestamptz not null default now(),
    updated_at       timestamptz not null default now(),
    primary key (client_id, key),
    check ((state = 'completed') = (response_status is not null))
);

comment on table idempotency_keys is 'Answers already given, so that a repeated request has one effect and gets the same answer.';
comment on column idempotency_keys.client_id is 'Whose key it is: two clients may use the same key.';
comment on column idempotency_keys.fingerprint is 'Hash of method, path and body: the same key with another body is refused.';
comment on column idempotency_keys.locked_until is 'Until then a second request is told that the first still runs; later it may take over (the first crashed).';

create index idempotency_keys_expiry on idempotency_keys (expires_at);
create trigger idempotency_keys_touch before update on idempotency_keys for each row execute function touch_updated_at();

grant select, insert, update, delete on idempotency_keys to amanat_app;
