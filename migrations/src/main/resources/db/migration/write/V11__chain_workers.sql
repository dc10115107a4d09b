-- What the watcher and the payout worker need besides V5: whom an address belongs to, what was told to the domain, when to try again.

alter table derivation_indices
    add column chain_id   bigint not null check (chain_id > 0),
    add column request_id uuid   not null,
    add column address    text   not null unique check (address ~ '^0x[0-9a-f]{40}$');

comment on column derivation_indices.address is 'Kept, so that it is watched for good, also after another xpub was configured.';
comment on column derivation_indices.request_id is 'The purchase request: the trade that money to this address belongs to.';

alter table custody_transactions
    alter column nonce drop not null,
    alter column from_account drop not null,
    alter column state set default 'queued',
    drop constraint custody_transactions_state_check,
    drop constraint custody_transactions_check1,
    add constraint custody_transactions_state_check
        check (state in ('queued', 'signed', 'broadcast', 'mined', 'final', 'reverted', 'abandoned')),
    add constraint custody_transactions_signed_check
        check (state in ('queued', 'abandoned')
            or (raw_transaction is not null and nonce is not null and from_account is not null)),
    add column request_id uuid        not null,
    add column told       text        not null default 'nothing'
        check (told in ('nothing', 'signed', 'broadcast', 'mined', 'final', 'failed')),
    add column failure    text,
    add column retry_at   timestamptz,
    add column trouble    text;

comment on column custody_transactions.state is
    'queued: taken over, no nonce yet; signed: bytes stored, told or not; broadcast: handed to a node; mined: in a block, not yet final; '
    'final: paid; reverted: mined and final without having paid; abandoned: given up before it had a nonce.';
comment on column custody_transactions.told is 'The last step that the custody transfer was told of. Nothing is broadcast before signed was told.';
comment on column custody_transactions.failure is 'Short code of a reverted or abandoned one.';
comment on column custody_transactions.trouble is 'Why it does not move, in a sentence; null while it does.';

-- The same log in another block is another sighting: after a reorg its key may even stand for another payment's transfer.
alter table chain_observations
    drop constraint chain_observations_pkey,
    add primary key (chain_id, tx_hash, log_index, block_hash),
    add column block_time     timestamptz not null,
    add column retraction_due boolean     not null default false,
    add column retry_at       timestamptz,
    add column trouble        text;

comment on column chain_observations.block_time is 'The block''s own timestamp.';
comment on column chain_observations.retraction_due is 'Its block left the chain and the payment was not yet told so.';
comment on column chain_observations.trouble is 'Why it could not be told or was ignored, in a sentence.';

drop index chain_observations_pending;
create index chain_observations_pending on chain_observations (chain_id, block_number)
    where state in ('seen', 'reported') or retraction_due;

comment on column chain_checkpoints.observed_at is 'The timestamp of that block: up to then the chain was read.';
