-- The last round of each price aggregator that was believed, and what of a payout never changes, whoever writes it.

create table quote_rounds (
    chain_id   bigint         not null check (chain_id > 0),
    aggregator text           not null check (aggregator ~ '^0x[0-9a-f]{40}$'),
    round      numeric(78, 0) not null check (round > 0),
    created_at timestamptz    not null default now(),
    updated_at timestamptz    not null default now(),
    primary key (chain_id, aggregator)
);

comment on table quote_rounds is
    'How far each price aggregator has come. An aggregator that goes back is not believed; if that is right after all, the owner deletes its row.';

create function refuse_round_back() returns trigger
    language plpgsql as
$$
begin
    if new.round < old.round then
        raise exception 'the aggregator % went back from round % to %', old.aggregator, old.round, new.round
            using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger quote_rounds_go_on before update on quote_rounds for each row execute function refuse_round_back();
create trigger quote_rounds_touch before update on quote_rounds for each row execute function touch_updated_at();

grant select, insert, update on quote_rounds to amanat_app;

-- One that is only queued is given up by the worker; a table that refused it would stop those behind it.
alter table custody_transactions
    add constraint custody_transactions_pays_somebody check (
        state in ('queued', 'abandoned')
        or (to_address <> token and to_address <> '0x0000000000000000000000000000000000000000'));

create function keep_payout() returns trigger
    language plpgsql as
$$
begin
    if (new.transfer_id, new.attempt, new.request_id, new.chain_id, new.to_address, new.token, new.amount)
        is distinct from (old.transfer_id, old.attempt, old.request_id, old.chain_id, old.to_address, old.token, old.amount) then
        raise exception 'payout % stays what was submitted', old.transfer_id using errcode = 'restrict_violation';
    end if;
    if old.told <> 'nothing' and (new.nonce, new.from_account) is distinct from (old.nonce, old.from_account) then
        raise exception 'payout % keeps the account and the nonce that were told', old.transfer_id
            using errcode = 'restrict_violation';
    end if;
    if old.state in ('final', 'reverted', 'abandoned') and new.state <> old.state then
        raise exception 'payout % is %, and stays so', old.transfer_id, old.state using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger custody_transactions_keep before update on custody_transactions for each row execute function keep_payout();
