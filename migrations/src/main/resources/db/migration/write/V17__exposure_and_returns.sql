-- An account for what the platform has paid out of money that the chain took back, and transfers that return money to a payer.

alter type ledger_account add value if not exists 'exposure';
alter type custody_transfer_kind add value if not exists 'stray_return';

create table stray_checkpoints (
    chain_id     bigint primary key check (chain_id > 0),
    block_number bigint      not null check (block_number >= 0),
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now()
);

comment on table stray_checkpoints is
    'The last block, per chain, that was looked through for unknown tokens and native coin sent to our addresses. It follows the '
    'watcher''s checkpoint by the confirmation threshold, so that what is found there stands.';

create trigger stray_checkpoints_touch before update on stray_checkpoints for each row execute function touch_updated_at();

grant select, insert, update on stray_checkpoints to amanat_app;
