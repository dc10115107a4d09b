create table transfer_screenings (
    id                  uuid primary key,
    payment_id          uuid              not null references payments,
    purchase_request_id uuid              not null references purchase_requests,
    status              screening_status  not null,
    verdict             screening_verdict not null,
    findings            text              not null,
    rule_set_version    text              not null,
    list_version        text              not null,
    inputs              jsonb             not null check (jsonb_typeof(inputs) = 'object'),
    chain_id            bigint            not null check (chain_id > 0),
    tx_hash             text              not null check (tx_hash ~ '^0x[0-9a-f]{64}$'),
    log_index           bigint            not null check (log_index >= 0),
    from_address        text              not null check (from_address ~ '^0x[0-9a-f]{40}$'),
    to_address          text              not null check (to_address ~ '^0x[0-9a-f]{40}$'),
    currency            offer_currency    not null,
    token_address       text              not null check (token_address ~ '^0x[0-9a-f]{40}$'),
    token_decimals      integer           not null check (token_decimals between 0 and 30),
    amount              numeric(38, 18)   not null check (amount > 0),
    amount_units        numeric(78, 0)    not null check (amount_units > 0),
    screened_at         timestamptz       not null,
    decided_by          uuid references users,
    decision_reason     text,
    decided_at          timestamptz,
    version             bigint            not null check (version >= 0),
    position            bigint            not null check (position >= 0),
    created_at          timestamptz       not null,
    updated_at          timestamptz       not null,
    check ((decided_by is null) = (decided_at is null)),
    check (status <> 'cleared' or decided_by is not null)
);

comment on table transfer_screenings is 'The safety check of each transfer that arrived. For guards: the parties of a trade never see why.';
comment on column transfer_screenings.verdict is 'What the rules said last; the status is what became of it.';
comment on column transfer_screenings.findings is 'The rules that did not let it pass, separated by commas; empty when all did.';
comment on column transfer_screenings.inputs is 'What the rules looked at, for people; the exact values stand in the event.';
comment on column transfer_screenings.decision_reason is 'Sealed.';

create index transfer_screenings_payment on transfer_screenings (payment_id);
create index transfer_screenings_request on transfer_screenings (purchase_request_id);
create index transfer_screenings_status on transfer_screenings (status, created_at desc, id);
create index transfer_screenings_created on transfer_screenings (created_at desc, id);

grant select, insert, update, delete on transfer_screenings to amanat_app;
