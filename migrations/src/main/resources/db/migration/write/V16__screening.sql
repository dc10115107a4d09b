-- The safety check of transfers that arrive: the words of its read table, and the list of addresses that it asks.

create type screening_status as enum ('passed', 'held', 'cleared', 'rejected');
create type screening_verdict as enum ('pass', 'hold', 'reject');

create table address_lists (
    id          uuid        primary key default gen_random_uuid(),
    sequence    bigint      not null unique generated always as identity,
    version     text        not null unique,
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    entries     integer     not null check (entries >= 0),
    imported_by text        not null,
    imported_at timestamptz not null,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now()
);

comment on table address_lists is 'Every list of addresses that was ever imported; the last one is in force.';
comment on column address_lists.version is 'The second of the import and the SHA-256 of the list; stands in every verdict.';
comment on column address_lists.imported_by is 'The actor, or system:start for the file that is configured.';

create table address_list_entries (
    address    text        not null check (address ~ '^0x[0-9a-f]{40}$'),
    category   text        not null check (category in ('sanctioned', 'blocked')),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (address, category)
);

comment on table address_list_entries is 'The list in force. A verdict keeps what it found here, so older lists need not be kept.';

-- how much one sender has sent us of late
create index chain_observations_sender on chain_observations (chain_id, from_address, block_time);

grant select, insert on address_lists to amanat_app;
grant select, insert, delete on address_list_entries to amanat_app;
