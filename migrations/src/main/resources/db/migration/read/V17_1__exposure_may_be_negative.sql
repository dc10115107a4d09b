-- Per payment and asset no account goes below zero but "external", the rest of the world, and "exposure", what the platform has paid
-- out of money that the chain has taken back since. Otherwise as before.
create or replace function refuse_ledger_overdraft() returns trigger
    language plpgsql as
$$
declare
    balance numeric;
begin
    if new.debit_account in ('external', 'exposure') then
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

-- One unit of a token with more than 18 decimals is less than the column can show; amount_units stays exact and more than zero.
alter table funds_ledger_entries
    drop constraint funds_ledger_entries_amount_check,
    add constraint funds_ledger_entries_amount_check check (amount > 0 or (token_decimals > 18 and amount = 0));
alter table custody_transfers
    drop constraint custody_transfers_amount_check,
    add constraint custody_transfers_amount_check check (amount > 0 or (token_decimals > 18 and amount = 0));
