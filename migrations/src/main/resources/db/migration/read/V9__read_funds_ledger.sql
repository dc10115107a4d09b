create table funds_ledger_entries (
    id                            uuid primary key,
    entry_type                    funds_ledger_entry_type not null,
    payment_id                    uuid                    not null references payments,
    purchase_request_ref_kind     ref_kind                not null,
    purchase_request_id           uuid references purchase_requests,
    purchase_request_external_ref text,
    debit_account                 ledger_account          not null,
    credit_account                ledger_account          not null,
    currency                      offer_currency          not null,
    chain_id                      bigint                  not null check (chain_id > 0),
    token_address                 text                    not null check (token_address ~ '^0x[0-9a-f]{40}$'),
    token_decimals                integer                 not null check (token_decimals between 0 and 30),
    amount                        numeric(38, 18)         not null check (amount > 0),
    amount_units                  numeric(78, 0)          not null check (amount_units > 0),
    reason                        text,
    actor                         text                    not null,
    event_id                      uuid                    not null,
    event_type                    text                    not null,
    position                      bigint                  not null check (position >= 0),
    ordinal                       integer                 not null check (ordinal >= 0),
    tx_hash                       text check (tx_hash ~ '^0x[0-9a-f]{64}$'),
    occurred_at                   timestamptz             not null,
    created_at                    timestamptz             not null,
    updated_at                    timestamptz             not null,
    unique (position, ordinal),
    check (debit_account <> credit_account),
    check ((entry_type = 'adjustment') = (reason is not null)),
    check (token_decimals > 18 or amount * power(10::numeric, token_decimals) = amount_units),
    check (updated_at = created_at),
    check (case purchase_request_ref_kind
               when 'entity' then purchase_request_id is not null and purchase_request_external_ref is null
               when 'template' then purchase_request_id is null and purchase_request_external_ref is not null end)
);

comment on table funds_ledger_entries is
    'The ledger, append-only. A row is one transfer: the amount leaves the debit account and enters the credit account, so every row '
    'balances by construction and a balance is a sum. A mistake is corrected by a new row.';
comment on column funds_ledger_entries.amount_units is 'The amount in the token''s smallest unit, exact.';
comment on column funds_ledger_entries.actor is 'Who caused it, as in the event''s metadata.';
comment on column funds_ledger_entries.position is 'Global position of the event that it follows from.';
comment on column funds_ledger_entries.ordinal is 'Place among the rows of that event, from 0.';
comment on column funds_ledger_entries.reason is 'Short code of an adjustment.';
comment on column funds_ledger_entries.updated_at is 'Always created_at.';

create index funds_ledger_entries_payment on funds_ledger_entries (payment_id, position, ordinal);
create index funds_ledger_entries_request on funds_ledger_entries (purchase_request_id, position, ordinal);
create index funds_ledger_entries_debit on funds_ledger_entries (debit_account, chain_id, token_address) include (amount_units);
create index funds_ledger_entries_credit on funds_ledger_entries (credit_account, chain_id, token_address) include (amount_units);
create index funds_ledger_entries_occurred on funds_ledger_entries (occurred_at);

create function refuse_ledger_change() returns trigger
    language plpgsql as
$$
begin
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;

create trigger funds_ledger_entries_no_update before update on funds_ledger_entries
    for each statement execute function refuse_ledger_change();
create trigger funds_ledger_entries_no_delete before delete on funds_ledger_entries
    for each statement execute function refuse_ledger_change();
create trigger funds_ledger_entries_no_truncate before truncate on funds_ledger_entries
    for each statement execute function refuse_ledger_change();
alter table funds_ledger_entries enable always trigger funds_ledger_entries_no_update;
alter table funds_ledger_entries enable always trigger funds_ledger_entries_no_delete;
alter table funds_ledger_entries enable always trigger funds_ledger_entries_no_truncate;

-- Per payment and asset no account but "external", the rest of the world, ever goes below zero. Table and schema are those of the
-- trigger, whatever the search path of the one who inserts.
create function refuse_ledger_overdraft() returns trigger
    language plpgsql as
$$
declare
    balance numeric;
begin
    if new.debit_account = 'external' then
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

create trigger funds_ledger_entries_no_overdraft after insert on funds_ledger_entries
    for each row execute function refuse_ledger_overdraft();
alter table funds_ledger_entries enable always trigger funds_ledger_entries_no_overdraft;

create view funds_balances with (security_invoker = true) as
select payment_id, account, chain_id, token_address, token_decimals, currency, sum(units) as balance_units, sum(value) as balance
from (select payment_id, credit_account as account, chain_id, token_address, token_decimals, currency,
             amount_units as units, amount as value
      from funds_ledger_entries
      union all
      select payment_id, debit_account, chain_id, token_address, token_decimals, currency, -amount_units, -amount
      from funds_ledger_entries) as movements
group by payment_id, account, chain_id, token_address, token_decimals, currency;

comment on view funds_balances is 'Balance per payment, account and asset. Over all accounts it adds up to zero.';

grant select, insert on funds_ledger_entries to amanat_app;
grant select on funds_balances to amanat_app;
