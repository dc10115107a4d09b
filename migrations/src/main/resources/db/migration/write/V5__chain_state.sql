-- State of the chain adapter: what was handed out, what was signed, how far the chain was read. No private key is ever stored.
-- Addresses and hashes are in lower case throughout.

create table derivation_indices (
    payment_id               uuid primary key,
    account_xpub_fingerprint text        not null,
    derivation_index         integer     not null check (derivation_index >= 0),
    created_at               timestamptz not null default now(),
    updated_at               timestamptz not null default now(),
    unique (account_xpub_fingerprint, derivation_index)
);

comment on table derivation_indices is 'Which deposit address (non-hardened child of a watch-only xpub) belongs to which payment. An index is never used twice.';

create table custody_transactions (
    transfer_id        uuid           not null,
    attempt            integer        not null default 1 check (attempt > 0),
    chain_id           bigint         not null check (chain_id > 0),
    from_account       text           not null check (from_account ~ '^0x[0-9a-f]{40}$'),
    nonce              bigint         not null check (nonce >= 0),
    to_address         text           not null check (to_address ~ '^0x[0-9a-f]{40}$'),
    token              text           not null check (token ~ '^0x[0-9a-f]{40}$'),
    amount             numeric(78, 0) not null check (amount > 0),
    raw_transaction    bytea,
    tx_hash            text unique check (tx_hash ~ '^0x[0-9a-f]{64}$'),
    state              text           not null default 'reserved'
        check (state in ('reserved', 'signed', 'broadcast', 'mined', 'final', 'reverted', 'abandoned')),
    broadcast_at       timestamptz,
    mined_block_number bigint check (mined_block_number >= 0),
    mined_block_hash   text check (mined_block_hash ~ '^0x[0-9a-f]{64}$'),
    created_at         timestamptz    not null default now(),
    updated_at         timestamptz    not null default now(),
    check ((raw_transaction is null) = (tx_hash is null)),
    check (state in ('reserved', 'abandoned') or raw_transaction is not null),
    check ((mined_block_number is null) = (mined_block_hash is null)),
    primary key (transfer_id, attempt),
    unique (chain_id, from_account, nonce)
);

comment on table custody_transactions is
    'Outgoing transactions. The signed bytes are stored before the first broadcast: after a crash the very same bytes are sent again, '
    'so that no transfer can happen twice.';
comment on column custody_transactions.attempt is 'A new attempt, with a nonce of its own, starts only after the one before has failed for good.';
comment on column custody_transactions.amount is 'In the token''s smallest unit.';
comment on column custody_transactions.token is 'Address of the token contract.';

create unique index custody_transactions_one_live_attempt on custody_transactions (transfer_id)
    where state not in ('reverted', 'abandoned');
create index custody_transactions_open on custody_transactions (chain_id, state) where state not in ('final', 'reverted', 'abandoned');

create table chain_checkpoints (
    chain_id     bigint primary key check (chain_id > 0),
    genesis_hash text check (genesis_hash ~ '^0x[0-9a-f]{64}$'),
    block_number bigint      not null check (block_number >= 0),
    block_hash   text        not null check (block_hash ~ '^0x[0-9a-f]{64}$'),
    observed_at  timestamptz not null,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now()
);

comment on table chain_checkpoints is 'The last block that the watcher has fully read, per chain.';
comment on column chain_checkpoints.genesis_hash is 'Tells a chain from another one with the same id, such as a local node that was started anew.';

create table chain_blocks (
    chain_id     bigint      not null check (chain_id > 0),
    block_number bigint      not null check (block_number >= 0),
    block_hash   text        not null check (block_hash ~ '^0x[0-9a-f]{64}$'),
    parent_hash  text        not null check (parent_hash ~ '^0x[0-9a-f]{64}$'),
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    primary key (chain_id, block_number)
);

comment on table chain_blocks is 'Recent blocks, to find where a reorganised chain parts from the one that was read.';

create table chain_observations (
    chain_id     bigint         not null check (chain_id > 0),
    tx_hash      text           not null check (tx_hash ~ '^0x[0-9a-f]{64}$'),
    log_index    bigint         not null check (log_index >= 0),
    block_number bigint         not null check (block_number >= 0),
    block_hash   text           not null check (block_hash ~ '^0x[0-9a-f]{64}$'),
    token        text           not null check (token ~ '^0x[0-9a-f]{40}$'),
    from_address text           not null check (from_address ~ '^0x[0-9a-f]{40}$'),
    to_address   text           not null check (to_address ~ '^0x[0-9a-f]{40}$'),
    amount       numeric(78, 0) not null check (amount >= 0),
    state        text           not null default 'seen' check (state in ('seen', 'reported', 'confirmed', 'orphaned', 'ignored')),
    created_at   timestamptz    not null default now(),
    updated_at   timestamptz    not null default now(),
    primary key (chain_id, tx_hash, log_index)
);

comment on table chain_observations is 'Transfer logs to our addresses and how far each was told to the domain.';
comment on column chain_observations.amount is 'In the token''s smallest unit.';
comment on column chain_observations.state is
    'seen: read, not yet told; reported: told as detected; confirmed: told as confirmed to the threshold; orphaned: its block left the chain; '
    'ignored: none of our business.';

create index chain_observations_pending on chain_observations (chain_id, block_number) where state in ('seen', 'reported');
create index chain_observations_recipient on chain_observations (chain_id, to_address);

create trigger custody_transactions_touch before update on custody_transactions for each row execute function touch_updated_at();
create trigger chain_checkpoints_touch before update on chain_checkpoints for each row execute function touch_updated_at();
create trigger chain_blocks_touch before update on chain_blocks for each row execute function touch_updated_at();
create trigger chain_observations_touch before update on chain_observations for each row execute function touch_updated_at();

-- an index that was handed out and a transaction that was signed are never forgotten
grant select, insert on derivation_indices to amanat_app;
grant select, insert, update on custody_transactions to amanat_app;
grant select, insert, update, delete on chain_checkpoints, chain_blocks, chain_observations to amanat_app;
