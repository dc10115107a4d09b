-- Steps between payments and custody that an aggregate refused.

create table parked_custody_steps (
    id             uuid primary key,
    step           text           not null check (step in ('instruct', 'book')),
    transfer_id    uuid           not null,
    payment_id     uuid           not null,
    request_id     uuid           not null,
    kind           text           not null check (kind in ('release', 'refund', 'stray_return')),
    tx_hash        text check (tx_hash ~ '^0x[0-9a-f]{64}$'),
    buyer_id       uuid,
    seller_id      uuid,
    beneficiary_id uuid,
    to_address     text check (to_address ~ '^0x[0-9a-f]{40}$'),
    chain_id       bigint check (chain_id > 0),
    token          text check (token ~ '^0x[0-9a-f]{40}$'),
    currency       text,
    decimals       integer check (decimals between 0 and 30),
    amount_units   numeric(78, 0) check (amount_units >= 0),
    rule           text           not null,
    sentence       text           not null,
    refusals       integer        not null default 1 check (refusals > 0),
    taken_at       timestamptz,
    taken_by       uuid,
    taken_reason   text,
    created_at     timestamptz    not null default now(),
    updated_at     timestamptz    not null default now(),
    unique (transfer_id, step),
    check ((step = 'book') = (tx_hash is not null)),
    check ((step = 'instruct') = (num_nonnulls(buyer_id, seller_id, beneficiary_id, to_address, chain_id, token, currency, decimals,
        amount_units) = 9)),
    check ((taken_at is null) = (taken_by is null) and (taken_at is null) = (taken_reason is null))
);

comment on table parked_custody_steps is
    'An instruction to custody, or the booking of a final transfer, that was refused by a rule. It waits for a guard, who sends it again.';
comment on column parked_custody_steps.rule is 'By which it was refused last.';
comment on column parked_custody_steps.refusals is 'How often it was refused.';
comment on column parked_custody_steps.taken_at is 'When a guard''s try succeeded.';
comment on column parked_custody_steps.taken_reason is 'Sealed.';

create index parked_custody_steps_waiting on parked_custody_steps (created_at) where taken_at is null;

create trigger parked_custody_steps_touch before update on parked_custody_steps for each row execute function touch_updated_at();

-- what was refused is never forgotten
grant select, insert, update on parked_custody_steps to amanat_app;
