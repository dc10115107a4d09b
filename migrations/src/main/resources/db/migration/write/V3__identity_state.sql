-- State of identity: secrets and short-lived things that must never stand in an event. Written by the command side directly.
-- user_credentials is the root of a person's secrets: the read table "users" is filled later, from events, so nothing here
-- can refer to it (docs/decisions/0002-state-tables.md).

create function touch_updated_at() returns trigger
    language plpgsql as
$$
begin
    new.updated_at := now();
    return new;
end
$$;

create table user_credentials (
    user_id         uuid primary key,
    email_index     text        not null unique,
    password_hash   text        not null,
    role            text        not null check (role in ('admin', 'buyer', 'seller', 'resolver', 'guard')),
    status          text        not null default 'active' check (status in ('active', 'suspended', 'deleted')),
    failed_attempts integer     not null default 0 check (failed_attempts >= 0),
    locked_until    timestamptz,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now()
);

comment on table user_credentials is 'What a person logs in with. Deleted when the person is erased, and with it tokens and keys.';
comment on column user_credentials.email_index is 'Keyed hash of the normalised e-mail address: finds the account, does not reveal the address.';
comment on column user_credentials.role is 'The role that new access tokens carry; the event stream is its history.';

create table user_refresh_tokens (
    token       text primary key check (token ~ '^[0-9a-f]{64}$'),
    user_id     uuid        not null references user_credentials on delete cascade deferrable initially deferred,
    family_id   uuid        not null,
    issued_at   timestamptz not null,
    expires_at  timestamptz not null,
    rotated_at  timestamptz,
    replaced_by text references user_refresh_tokens on delete set null deferrable initially deferred,
    revoked_at  timestamptz,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    check (expires_at > issued_at)
);

comment on table user_refresh_tokens is 'Sessions. A token that comes back after it was rotated revokes its whole family.';
comment on column user_refresh_tokens.token is 'SHA-256 of the token in hex; the token itself is not kept.';
comment on column user_refresh_tokens.family_id is 'One log-in; all tokens rotated from it.';

create index user_refresh_tokens_user on user_refresh_tokens (user_id);
create index user_refresh_tokens_family on user_refresh_tokens (family_id);
create index user_refresh_tokens_expiry on user_refresh_tokens (expires_at);

create table personal_data_keys (
    user_id        uuid primary key,
    wrapped_keyset bytea,
    erased_at      timestamptz,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    check ((wrapped_keyset is null) = (erased_at is not null))
);

comment on table personal_data_keys is
    'One key per person for the personal text about them, wrapped by a master key outside the database. The row outlives the key, '
    'so that an erased person is told from an unknown one.';

create function keep_person_erased() returns trigger
    language plpgsql as
$$
begin
    if old.erased_at is not null and new.wrapped_keyset is not null then
        raise exception 'the key of % was erased and cannot come back', old.user_id using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger personal_data_keys_stay_erased before update on personal_data_keys
    for each row execute function keep_person_erased();

create table api_keys (
    id            uuid primary key,
    owner_user_id uuid        not null references user_credentials on delete cascade deferrable initially deferred,
    name          text        not null check (length(name) between 1 and 200),
    key_hash      text        not null unique check (key_hash ~ '^[0-9a-f]{64}$'),
    scopes        text[]      not null check (cardinality(scopes) > 0),
    created_by    uuid        not null,
    revoked_at    timestamptz,
    last_used_at  timestamptz,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now()
);

comment on table api_keys is 'Machines'' keys. The key is shown once; only its SHA-256 in hex is kept.';
comment on column api_keys.owner_user_id is 'On whose behalf the key acts.';
comment on column api_keys.created_by is 'The admin who granted it.';

create index api_keys_owner on api_keys (owner_user_id);

create trigger user_credentials_touch before update on user_credentials for each row execute function touch_updated_at();
create trigger user_refresh_tokens_touch before update on user_refresh_tokens for each row execute function touch_updated_at();
create trigger personal_data_keys_touch before update on personal_data_keys for each row execute function touch_updated_at();
create trigger api_keys_touch before update on api_keys for each row execute function touch_updated_at();

grant select, insert, update, delete on user_credentials, user_refresh_tokens, api_keys to amanat_app;
-- no delete: erasing a person empties the key and keeps the row
grant select, insert, update on personal_data_keys to amanat_app;
