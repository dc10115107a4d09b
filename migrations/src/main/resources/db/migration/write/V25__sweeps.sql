-- Sweeps: what lies on deposit addresses is collected into custody, signed by an operator elsewhere. No deposit key is ever here.

alter table custody_transactions
    add column kind text not null default 'payout' check (kind in ('payout', 'gas')),
    add constraint custody_transactions_kind_check1 check ((kind = 'gas') = (token = '0x0000000000000000000000000000000000000000'));

comment on column custody_transactions.kind is
    'payout: tokens of a custody transfer; gas: the chain''s own coin for the gas of a deposit address that is swept, token zero, amount in '
    'wei, transfer_id following from batch and address. Both share the nonces of the account that pays.';

create table sweep_batches (
    id                  uuid primary key,
    chain_id            bigint      not null check (chain_id > 0),
    to_address          text        not null check (to_address ~ '^0x[0-9a-f]{40}$'),
    state               text        not null default 'planned' check (state in ('planned', 'approved', 'cancelled')),
    planned_by          text        not null,
    planned_at          timestamptz not null,
    approved_by         text,
    approved_at         timestamptz,
    approval_reason     text,
    cancelled_by        text,
    cancelled_at        timestamptz,
    cancellation_reason text,
    created_at          timestamptz not null default now(),
    updated_at          timestamptz not null default now(),
    check ((approved_by is null) = (approved_at is null)),
    check ((cancelled_by is null) = (cancelled_at is null)),
    check (state <> 'approved' or approved_by is not null),
    check (state <> 'cancelled' or cancelled_by is not null),
    check (approved_by <> planned_by)
);

comment on table sweep_batches is 'Sweeps that were planned together and are approved together, by somebody else than who planned them.';
comment on column sweep_batches.planned_by is 'The actor, as in the event log.';
comment on column sweep_batches.approval_reason is 'Sealed.';
comment on column sweep_batches.cancellation_reason is 'Sealed.';

create index sweep_batches_created on sweep_batches (created_at desc, id);

create table sweep_transactions (
    id                           uuid primary key,
    batch_id                     uuid           not null references sweep_batches,
    payment_id                   uuid           not null,
    request_id                   uuid           not null,
    chain_id                     bigint         not null check (chain_id > 0),
    from_address                 text           not null check (from_address ~ '^0x[0-9a-f]{40}$'),
    account_fingerprint          text           not null,
    derivation_path              text           not null,
    to_address                   text           not null check (to_address ~ '^0x[0-9a-f]{40}$'),
    token                        text           not null check (token ~ '^0x[0-9a-f]{40}$'),
    amount                       numeric(78, 0) not null check (amount > 0),
    call_data                    text           not null check (call_data ~ '^0x([0-9a-f]{2})*$'),
    state                        text           not null default 'planned' check (state in ('planned', 'approved', 'priced', 'unsigned',
        'handed_back', 'broadcast', 'mined', 'final', 'failed', 'cancelled')),
    gas_limit                    bigint check (gas_limit > 0),
    max_fee_per_gas_wei          numeric(78, 0) check (max_fee_per_gas_wei > 0),
    max_priority_fee_per_gas_wei numeric(78, 0) check (max_priority_fee_per_gas_wei >= 0),
    nonce                        bigint check (nonce >= 0),
    offered_at                   timestamptz,
    raw_transaction              bytea,
    tx_hash                      text unique check (tx_hash ~ '^0x[0-9a-f]{64}$'),
    handed_back_by               text,
    handed_back_at               timestamptz,
    mined_block_number           bigint check (mined_block_number >= 0),
    mined_block_hash             text check (mined_block_hash ~ '^0x[0-9a-f]{64}$'),
    log_index                    bigint check (log_index >= 0),
    recorded                     boolean        not null default false,
    failure                      text,
    retry_at                     timestamptz,
    trouble                      text,
    created_at                   timestamptz    not null default now(),
    updated_at                   timestamptz    not null default now(),
    check (from_address <> to_address and token <> to_address and to_address <> '0x0000000000000000000000000000000000000000'),
    check ((gas_limit is null) = (max_fee_per_gas_wei is null) and (gas_limit is null) = (max_priority_fee_per_gas_wei is null)),
    check ((raw_transaction is null) = (tx_hash is null) and (tx_hash is null) = (handed_back_by is null)),
    check (state not in ('unsigned', 'handed_back', 'broadcast', 'mined', 'final') or (nonce is not null and gas_limit is not null)),
    check (state not in ('handed_back', 'broadcast', 'mined', 'final') or raw_transaction is not null),
    check ((mined_block_number is null) = (mined_block_hash is null)),
    check ((state = 'final') = (log_index is not null)),
    check (not recorded or state = 'final'),
    check (state not in ('failed', 'cancelled') or failure is not null)
);

comment on table sweep_transactions is
    'One transfer of one token from one deposit address into custody. The bytes that an operator handed back are stored before they are sent, '
    'and never change.';
comment on column sweep_transactions.derivation_path is 'Where the operator''s device finds the key, from its root.';
comment on column sweep_transactions.amount is 'In the token''s smallest unit.';
comment on column sweep_transactions.call_data is 'The transfer that is to be signed.';
comment on column sweep_transactions.state is
    'planned: waits for a guard; approved: waits for its price; priced: waits for its gas; unsigned: waits for the operator''s signature; '
    'handed_back: signed bytes stored; broadcast: a node has them; mined: in a block, not yet final; final: swept; failed: it did not go and '
    'will not, see failure; cancelled: given up before it was signed.';
comment on column sweep_transactions.recorded is 'Its destination was told.';
comment on column sweep_transactions.failure is 'Short code, and after a colon what the token or a person said.';
comment on column sweep_transactions.trouble is 'Why it does not move, in a sentence; null while it does.';

create index sweep_transactions_batch on sweep_transactions (batch_id);
create index sweep_transactions_payment on sweep_transactions (payment_id);
create unique index sweep_transactions_nonce on sweep_transactions (chain_id, from_address, nonce) where state <> 'cancelled';
create unique index sweep_transactions_one_open on sweep_transactions (chain_id, from_address, token)
    where state not in ('final', 'failed', 'cancelled');

create trigger sweep_batches_touch before update on sweep_batches for each row execute function touch_updated_at();
create trigger sweep_transactions_touch before update on sweep_transactions for each row execute function touch_updated_at();

-- what was handed to a device is never forgotten
grant select, insert, update on sweep_batches, sweep_transactions to amanat_app;

-- is it our own transaction that brought the coin?
create index custody_transaction_versions_hash on custody_transaction_versions (tx_hash);
