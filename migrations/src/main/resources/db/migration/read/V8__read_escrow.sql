-- Money: in whole tokens as numeric(38,18), for people and sums, beside the exact count of smallest units as numeric(78,0).

create table derived_destinations (
    id                            uuid primary key,
    purchase_request_ref_kind     ref_kind                   not null,
    purchase_request_id           uuid references purchase_requests,
    purchase_request_external_ref text,
    payment_id                    uuid                       not null unique,
    chain_id                      bigint                     not null check (chain_id > 0),
    address                       text                       not null check (address ~ '^0x[0-9a-f]{40}$'),
    account_fingerprint           text                       not null,
    derivation_path               text                       not null,
    status                        derived_destination_status not null,
    quarantined_by                uuid references users,
    quarantine_reason             text,
    version                       bigint                     not null check (version >= 0),
    position                      bigint                     not null check (position >= 0),
    created_at                    timestamptz                not null,
    updated_at                    timestamptz                not null,
    unique (account_fingerprint, derivation_path, chain_id),
    check (case purchase_request_ref_kind
               when 'entity' then purchase_request_id is not null and purchase_request_external_ref is null
               when 'template' then purchase_request_id is null and purchase_request_external_ref is not null end)
);

comment on table derived_destinations is 'A deposit address of its own for every payment, derived from a watch-only key.';
comment on column derived_destinations.payment_id is 'The address is there before the payment is opened, therefore no foreign key.';
comment on column derived_destinations.derivation_path is 'Below the account, such as 0/17.';
comment on column derived_destinations.quarantine_reason is 'Sealed.';

create unique index derived_destinations_one_active on derived_destinations (chain_id, address) where status = 'active';
create index derived_destinations_request on derived_destinations (purchase_request_id);
create index derived_destinations_created on derived_destinations (created_at desc, id);

create table derived_destination_sweeps (
    id             uuid primary key,
    destination_id uuid            not null references derived_destinations,
    chain_id       bigint          not null check (chain_id > 0),
    tx_hash        text            not null check (tx_hash ~ '^0x[0-9a-f]{64}$'),
    log_index      bigint          not null check (log_index >= 0),
    to_address     text            not null check (to_address ~ '^0x[0-9a-f]{40}$'),
    currency       offer_currency  not null,
    token_address  text            not null check (token_address ~ '^0x[0-9a-f]{40}$'),
    token_decimals integer         not null check (token_decimals between 0 and 30),
    amount         numeric(38, 18) not null check (amount > 0),
    amount_units   numeric(78, 0)  not null check (amount_units > 0),
    swept_at       timestamptz     not null,
    created_at     timestamptz     not null,
    updated_at     timestamptz     not null,
    unique (chain_id, tx_hash, log_index)
);

comment on table derived_destination_sweeps is 'Transfers from a destination into custody, final on the chain. Grows only.';

create index derived_destination_sweeps_destination on derived_destination_sweeps (destination_id);

create table payments (
    id                            uuid primary key,
    purchase_request_ref_kind     ref_kind         not null,
    purchase_request_id           uuid references purchase_requests,
    purchase_request_external_ref text,
    seller_offer_ref_kind         ref_kind         not null,
    seller_offer_id               uuid references seller_offers,
    seller_offer_external_ref     text,
    buyer_id                      uuid             not null references users,
    seller_id                     uuid             not null references users,
    provider                      payment_provider not null,
    status                        payment_status   not null,
    escrow_state                  escrow_state,
    currency                      offer_currency   not null,
    chain_id                      bigint           not null check (chain_id > 0),
    token_address                 text             not null check (token_address ~ '^0x[0-9a-f]{40}$'),
    token_decimals                integer          not null check (token_decimals between 0 and 30),
    amount                        numeric(38, 18)  not null check (amount > 0),
    amount_units                  numeric(78, 0)   not null check (amount_units > 0),
    held_amount                   numeric(38, 18)  not null default 0 check (held_amount >= 0),
    held_units                    numeric(78, 0)   not null default 0 check (held_units >= 0),
    platform_fee_bps              integer          not null check (platform_fee_bps between 0 and 10000),
    tolerance_bps                 integer          not null check (tolerance_bps between 0 and 10000),
    refund_address                text             not null check (refund_address ~ '^0x[0-9a-f]{40}$'),
    payout_address                text             not null check (payout_address ~ '^0x[0-9a-f]{40}$'),
    destination_id                uuid             not null references derived_destinations,
    destination_address           text             not null check (destination_address ~ '^0x[0-9a-f]{40}$'),
    pay_by                        timestamptz      not null,
    freeze_cause                  freeze_cause,
    settlement_cause              settlement_cause,
    funded_at                     timestamptz,
    settled_at                    timestamptz,
    version                       bigint           not null check (version >= 0),
    position                      bigint           not null check (position >= 0),
    created_at                    timestamptz      not null,
    updated_at                    timestamptz      not null,
    check (buyer_id <> seller_id),
    check ((held_amount = 0) = (held_units = 0)),
    check (case purchase_request_ref_kind
               when 'entity' then purchase_request_id is not null and purchase_request_external_ref is null
               when 'template' then purchase_request_id is null and purchase_request_external_ref is not null end),
    check (case seller_offer_ref_kind
               when 'entity' then seller_offer_id is not null and seller_offer_external_ref is null
               when 'template' then seller_offer_id is null and seller_offer_external_ref is not null end)
);

comment on table payments is 'A payment and its escrow. What it holds in which account is told by funds_ledger_entries.';
comment on column payments.amount is 'What the buyer pays.';
comment on column payments.held_amount is 'What is in the accounts escrow and disputed now.';
comment on column payments.escrow_state is 'Absent until money is held.';
comment on column payments.freeze_cause is 'Why the money may not move now; absent when it may.';
comment on column payments.platform_fee_bps is 'Hundredths of a percent of what the seller gets.';
comment on column payments.pay_by is 'End of the payment window.';

create unique index payments_one_live_per_offer on payments (seller_offer_id)
    where status in ('pending', 'processing', 'confirmed');
create unique index payments_destination on payments (destination_id);
create index payments_request on payments (purchase_request_id);
create index payments_buyer on payments (buyer_id, created_at desc, id);
create index payments_seller on payments (seller_id, created_at desc, id);
create index payments_status on payments (status, created_at desc, id);
create index payments_escrow_state on payments (escrow_state, created_at desc, id);
create index payments_created on payments (created_at desc, id);

grant select, insert, update, delete on derived_destinations, payments to amanat_app;
grant select, insert on derived_destination_sweeps to amanat_app;
