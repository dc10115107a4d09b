-- Per payment and asset no account goes below zero but "external", the rest of the world, "exposure", what the platform has paid out of
-- money that the chain has taken back since, and "loss", what of that was written off. Otherwise as before.
create or replace function refuse_ledger_overdraft() returns trigger
    language plpgsql as
$$
declare
    balance numeric;
begin
    if new.debit_account in ('external', 'exposure', 'loss') then
        return null;
    end if;
    execute format(
        'select sum(case when credit_account = $1 then amount_units else -amount_units end) from %I.%I '
        'where payment_id = $2 and chain_id = $3 and token_address = $4 and $1 in (debit_account, credit_account)',
        tg_table_schema, tg_table_name)
        into balance
        using new.debit_account, new.payment_id, new.chain_id, new.token_address;
    if balance < 0 then
        raise exception 'the account % of payment % would go below zero', new.debit_account, new.payment_id
            using errcode = 'check_violation';
    end if;
    return null;
end
$$;

create table exposure_write_offs (
    id              uuid primary key,
    payment_id      uuid            not null references payments,
    status          text            not null check (status in ('proposed', 'approved', 'rejected')),
    currency        offer_currency  not null,
    chain_id        bigint          not null check (chain_id > 0),
    token_address   text            not null check (token_address ~ '^0x[0-9a-f]{40}$'),
    token_decimals  integer         not null check (token_decimals between 0 and 30),
    amount          numeric(38, 18) not null check (amount > 0 or (token_decimals > 18 and amount = 0)),
    amount_units    numeric(78, 0)  not null check (amount_units > 0),
    proposed_by     uuid            not null references users,
    proposal_reason text            not null,
    decided_by      uuid references users,
    decision_reason text,
    decided_at      timestamptz,
    version         bigint          not null check (version >= 0),
    position        bigint          not null check (position >= 0),
    created_at      timestamptz     not null,
    updated_at      timestamptz     not null,
    constraint exposure_write_offs_two_people check (decided_by <> proposed_by),
    check ((status = 'proposed') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (decision_reason is null))
);

comment on table exposure_write_offs is
    'What an admin proposed, and a guard decided, that the platform bears: money that the chain took back for good.';
comment on column exposure_write_offs.proposal_reason is 'Sealed.';
comment on column exposure_write_offs.decision_reason is 'Sealed.';

create index exposure_write_offs_payment on exposure_write_offs (payment_id);

grant select, insert, update, delete on exposure_write_offs to amanat_app;
