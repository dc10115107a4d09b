create table payout_addresses (
    id               uuid primary key,
    user_id          uuid        not null references users,
    chain_family     text        not null check (chain_family in ('evm')),
    asked_address    text check (asked_address ~ '^0x[0-9a-f]{40}$'),
    asked_account    text check (asked_account ~ '^0x[0-9a-fA-F]{40}$'),
    asked_until      timestamptz,
    address          text check (address ~ '^0x[0-9a-f]{40}$'),
    usable_from      timestamptz,
    previous_address text check (previous_address ~ '^0x[0-9a-f]{40}$'),
    version          bigint      not null check (version >= 0),
    position         bigint      not null check (position >= 0),
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    check (lower(asked_account) = asked_address),
    check ((asked_address is null) = (asked_until is null) and (asked_address is null) = (asked_account is null)),
    check ((address is null) = (usable_from is null)),
    check (previous_address is null or address is not null),
    check (previous_address <> address),
    check (asked_address <> '0x0000000000000000000000000000000000000000'),
    check (address <> '0x0000000000000000000000000000000000000000')
);

comment on table payout_addresses is 'Where people are paid: what they signed for. A trade is paid to the addresses of its own terms.';
comment on column payout_addresses.asked_address is 'Waits for its owner''s signature; nothing is paid there.';
comment on column payout_addresses.asked_account is 'The same with its EIP-55 checksum, as it stands in the text to sign.';
comment on column payout_addresses.usable_from is 'Until then previous_address is used, when there is one.';

comment on column payout_addresses.id is 'Made from person and chain family, so there is one row for each.';

create index payout_addresses_user on payout_addresses (user_id);

-- The aggregate refuses our own addresses before there is an event; this says it again of the deposit addresses that the tables know.
create function payout_addresses_are_not_ours() returns trigger language plpgsql as $$
declare
    ours boolean;
begin
    execute format('select exists (select from %I.derived_destinations where address in ($1, $2))', tg_table_schema)
        into ours using new.address, new.asked_address;
    if ours then
        raise exception 'a payout address is not one of our own' using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger payout_addresses_are_not_ours before insert or update on payout_addresses
    for each row execute function payout_addresses_are_not_ours();

grant select, insert, update, delete on payout_addresses to amanat_app;
