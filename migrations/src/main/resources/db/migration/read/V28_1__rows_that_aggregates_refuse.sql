-- What the aggregates refuse, the tables refuse too; and what they allow in tokens of more than 18 decimals, the tables can hold.

create unique index derived_destinations_address on derived_destinations (chain_id, address);

-- Less than 10⁻¹⁸ of a token is zero in the columns for people; the units beside them are exact.
alter table payments
    drop constraint payments_amount_check,
    drop constraint payments_check1,
    add constraint payments_amount_check check (amount > 0 or token_decimals > 18),
    add constraint payments_held_as_its_units check (
        (held_units > 0 or held_amount = 0) and (held_amount > 0 or held_units = 0 or token_decimals > 18));
alter table transfer_screenings
    drop constraint transfer_screenings_amount_check,
    add constraint transfer_screenings_amount_check check (amount > 0 or (token_decimals > 18 and amount = 0));
alter table derived_destination_sweeps
    drop constraint derived_destination_sweeps_amount_check,
    add constraint derived_destination_sweeps_amount_check check (amount > 0 or (token_decimals > 18 and amount = 0));
alter table disputes
    drop constraint disputes_amount_to_buyer_check,
    drop constraint disputes_amount_to_seller_check,
    add constraint disputes_amount_to_buyer_check check (amount_to_buyer >= 0),
    add constraint disputes_amount_to_seller_check check (amount_to_seller >= 0),
    add constraint disputes_split_gives_out_all check (
        abs(amount_to_buyer + amount_to_seller - amount_at_stake) <= 0.000000000000000001);

-- A party never decides about its own trade.
alter table disputes add constraint disputes_resolved_by_no_party check (resolved_by not in (buyer_id, seller_id));
alter table payments
    add constraint payments_vouched_for_by_no_party check (off_chain_confirmed_by not in (buyer_id, seller_id));
alter table custody_transfers
    add constraint custody_transfers_guarded_by_no_party check (
        (approved_by is null or approved_by not in (buyer_id, seller_id))
        and (first_approved_by is null or first_approved_by not in (buyer_id, seller_id))
        and (held_by is null or held_by not in (buyer_id, seller_id))
        and (accepted_by is null or accepted_by not in (buyer_id, seller_id))),
    add constraint custody_transfers_guarded_where_required check (
        not guard_required or approved_by is not null or status not in ('approved', 'signed', 'broadcast', 'mined', 'final'));

-- As before for deposit addresses, and for every token that was ever to be paid in and every account that has ever paid out.
create or replace function payout_addresses_are_not_ours() returns trigger language plpgsql as $$
declare
    ours boolean;
begin
    execute format(
        'select exists (select from %1$I.derived_destinations where address in ($1, $2)) '
        'or exists (select from %1$I.payments where token_address in ($1, $2)) '
        'or exists (select from %1$I.custody_transfers where from_account in ($1, $2))', tg_table_schema)
        into ours using new.address, new.asked_address;
    if ours then
        raise exception 'a payout address is not one of our own' using errcode = 'check_violation';
    end if;
    return new;
end
$$;
