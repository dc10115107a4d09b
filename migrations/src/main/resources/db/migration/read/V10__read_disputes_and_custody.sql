create table disputes (
    id                  uuid primary key,
    payment_id          uuid             not null references payments,
    purchase_request_id uuid             not null references purchase_requests,
    buyer_id            uuid             not null references users,
    seller_id           uuid             not null references users,
    opened_by           uuid             not null references users,
    category            dispute_category not null,
    reason              text             not null,
    status              dispute_status   not null,
    currency            offer_currency   not null,
    amount_at_stake     numeric(38, 18)  not null check (amount_at_stake >= 0),
    respond_by          timestamptz      not null,
    responded_at        timestamptz,
    response_lapsed_at  timestamptz,
    evidence            jsonb            not null default '[]' check (jsonb_typeof(evidence) = 'array'),
    timeline            jsonb            not null default '[]' check (jsonb_typeof(timeline) = 'array'),
    ruling              ruling_kind,
    amount_to_buyer     numeric(38, 18) check (amount_to_buyer > 0),
    amount_to_seller    numeric(38, 18) check (amount_to_seller > 0),
    rationale           text,
    resolved_by         uuid references users,
    resolved_at         timestamptz,
    version             bigint           not null check (version >= 0),
    position            bigint           not null check (position >= 0),
    created_at          timestamptz      not null,
    updated_at          timestamptz      not null,
    check (buyer_id <> seller_id),
    check (opened_by in (buyer_id, seller_id)),
    check ((status = 'resolved') = (ruling is not null)),
    check ((status = 'resolved') = (resolved_at is not null)),
    check ((amount_to_buyer is not null) = (ruling is not null and ruling = 'compensation')),
    check ((amount_to_seller is not null) = (ruling is not null and ruling = 'compensation'))
);

comment on table disputes is 'Complaints about one escrow.';
comment on column disputes.reason is 'Sealed.';
comment on column disputes.rationale is 'Sealed.';
comment on column disputes.evidence is '[{"id", "by", "note" (sealed), "sha256", "at"}], in the order given.';
comment on column disputes.timeline is '[{"id", "by", "note" (sealed), "at"}], in the order given.';
comment on column disputes.resolved_by is 'Absent when the respondent''s silence decided.';

create unique index disputes_one_open_per_payment on disputes (payment_id) where status <> 'resolved';
create index disputes_payment on disputes (payment_id, created_at desc, id);
create index disputes_request on disputes (purchase_request_id);
create index disputes_buyer on disputes (buyer_id, created_at desc, id);
create index disputes_seller on disputes (seller_id, created_at desc, id);
create index disputes_status on disputes (status, created_at desc, id);
create index disputes_created on disputes (created_at desc, id);

create table custody_transfers (
    id                  uuid primary key,
    payment_id          uuid                    not null references payments,
    purchase_request_id uuid                    not null references purchase_requests,
    buyer_id            uuid                    not null references users,
    seller_id           uuid                    not null references users,
    beneficiary_id      uuid                    not null references users,
    kind                custody_transfer_kind   not null,
    status              custody_transfer_status not null,
    guard_required      boolean                 not null,
    to_address          text                    not null check (to_address ~ '^0x[0-9a-f]{40}$'),
    currency            offer_currency          not null,
    chain_id            bigint                  not null check (chain_id > 0),
    token_address       text                    not null check (token_address ~ '^0x[0-9a-f]{40}$'),
    token_decimals      integer                 not null check (token_decimals between 0 and 30),
    amount              numeric(38, 18)         not null check (amount > 0),
    amount_units        numeric(78, 0)          not null check (amount_units > 0),
    attempt             integer                 not null default 1 check (attempt > 0),
    approved_by         uuid references users,
    approval_reason     text,
    approved_at         timestamptz,
    held_by             uuid references users,
    hold_reason         text,
    held_at             timestamptz,
    from_account        text check (from_account ~ '^0x[0-9a-f]{40}$'),
    nonce               bigint check (nonce >= 0),
    tx_hash             text check (tx_hash ~ '^0x[0-9a-f]{64}$'),
    block_number        bigint check (block_number >= 0),
    block_hash          text check (block_hash ~ '^0x[0-9a-f]{64}$'),
    failure_reason      text,
    final_at            timestamptz,
    version             bigint                  not null check (version >= 0),
    position            bigint                  not null check (position >= 0),
    created_at          timestamptz             not null,
    updated_at          timestamptz             not null,
    check ((status = 'final') = (final_at is not null)),
    check (status not in ('signed', 'broadcast', 'mined', 'final') or tx_hash is not null)
);

comment on table custody_transfers is 'Payouts and refunds from instruction to finality.';
comment on column custody_transfers.approval_reason is 'Sealed. Absent when no guard was required.';
comment on column custody_transfers.hold_reason is 'Sealed.';
comment on column custody_transfers.attempt is 'A new one starts only after the last has failed for good.';

create index custody_transfers_payment on custody_transfers (payment_id);
create index custody_transfers_request on custody_transfers (purchase_request_id);
create index custody_transfers_status on custody_transfers (status, created_at desc, id);
create index custody_transfers_beneficiary on custody_transfers (beneficiary_id, created_at desc, id);
create index custody_transfers_created on custody_transfers (created_at desc, id);

create table trade_timeline (
    purchase_request_id uuid        not null references purchase_requests on delete cascade,
    position            bigint      not null check (position >= 0),
    occurred_at         timestamptz not null,
    actor               text        not null,
    actor_role          text        not null,
    kind                text        not null,
    params              jsonb       not null default '{}' check (jsonb_typeof(params) = 'object'),
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    primary key (purchase_request_id, position)
);

comment on table trade_timeline is 'What happened to a trade, across its aggregates, one row per event, told in words by kind and params.';
comment on column trade_timeline.kind is 'The event''s stable name.';

grant select, insert, update, delete on disputes, custody_transfers, trade_timeline to amanat_app;
