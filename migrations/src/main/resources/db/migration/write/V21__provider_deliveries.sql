-- What payment providers send, and what was found on the chain about it. Nothing here moves money.

create table provider_deliveries (
    provider     payment_provider not null,
    delivery_id  text             not null check (length(delivery_id) between 1 and 200),
    body_sha256  text             not null check (body_sha256 ~ '^[0-9a-f]{64}$'),
    body_bytes   integer          not null check (body_bytes >= 0),
    times        integer          not null default 1 check (times > 0),
    retry_count  integer          not null default 0 check (retry_count >= 0),
    outcome      text check (outcome in
        ('on_chain', 'not_on_chain', 'contradicts_chain', 'chain_silent', 'unknown_payment', 'nothing_to_check', 'unreadable')),
    payment_id   uuid,
    received_at  timestamptz      not null,
    created_at   timestamptz      not null default now(),
    updated_at   timestamptz      not null default now(),
    primary key (provider, delivery_id)
);

comment on table provider_deliveries is
    'Webhooks whose signature was right, each once. The body is not kept, only its hash; the row goes after the configured retention.';
comment on column provider_deliveries.delivery_id is
    'As the provider gives it; of a provider that gives none, the SHA-256 of the body.';
comment on column provider_deliveries.times is 'How often it came.';
comment on column provider_deliveries.retry_count is 'The largest that the provider has said.';
comment on column provider_deliveries.outcome is
    'What the chain said when it was asked because of this delivery; null when a crash came first. No money depends on it.';

create index provider_deliveries_received on provider_deliveries (received_at);
create index provider_deliveries_payment on provider_deliveries (payment_id) where payment_id is not null;

create table provider_payins (
    chain_id     bigint           not null check (chain_id > 0),
    tx_hash      text             not null check (tx_hash ~ '^0x[0-9a-f]{64}$'),
    log_index    bigint           not null check (log_index >= 0),
    block_hash   text             not null check (block_hash ~ '^0x[0-9a-f]{64}$'),
    payment_id   uuid             not null,
    provider     payment_provider not null,
    finding      text             not null check (finding in
        ('referenced', 'other_reference', 'other_fee_address', 'unreferenced')),
    fee_units    numeric(78, 0)   not null default 0 check (fee_units >= 0),
    fee_address  text check (fee_address ~ '^0x[0-9a-f]{40}$'),
    created_at   timestamptz      not null default now(),
    updated_at   timestamptz      not null default now(),
    primary key (chain_id, tx_hash, log_index, block_hash)
);

comment on table provider_payins is
    'Of each transfer to a payment of a provider with a contract of its own: what that contract said in the same transaction.';
comment on column provider_payins.finding is
    'referenced: it named this payment and this transfer; other_reference: another payment; other_fee_address: this payment, and its '
    'fee went to a stranger; unreferenced: it said nothing. The transfer is credited by what arrived, whichever it is.';
comment on column provider_payins.fee_units is 'Paid by the payer beside the transfer; it never was ours.';

create trigger provider_deliveries_touch before update on provider_deliveries for each row execute function touch_updated_at();

grant select, insert, update, delete on provider_deliveries to amanat_app;
grant select, insert on provider_payins to amanat_app;
