-- Every version of a payout's signed bytes: a stuck one is signed again with the same nonce and a higher fee, and whichever is mined is
-- the payout.

create table custody_transaction_versions (
    transfer_id     uuid        not null,
    attempt         integer     not null,
    nonce           bigint      not null check (nonce >= 0),
    tx_hash         text        not null check (tx_hash ~ '^0x[0-9a-f]{64}$'),
    raw_transaction bytea       not null,
    signed_at       timestamptz not null,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    primary key (transfer_id, attempt, tx_hash),
    foreign key (transfer_id, attempt) references custody_transactions
);

comment on table custody_transaction_versions is
    'What was ever signed for a payout, stored before it is told or sent. Versions of one nonce exclude each other on the chain.';
comment on column custody_transaction_versions.nonce is
    'A version of another nonce than its payout has now was forgotten before anybody had it: a guard held the transfer.';

insert into custody_transaction_versions (transfer_id, attempt, nonce, tx_hash, raw_transaction, signed_at)
select transfer_id, attempt, nonce, tx_hash, raw_transaction, updated_at from custody_transactions where tx_hash is not null;

alter table custody_transactions add column told_tx_hash text check (told_tx_hash ~ '^0x[0-9a-f]{64}$');
update custody_transactions set told_tx_hash = tx_hash where told <> 'nothing';

comment on column custody_transactions.tx_hash is 'Of the version that is sent, or was mined.';
comment on column custody_transactions.told_tx_hash is 'The version that the custody transfer was told of; no other is sent.';

-- what was signed is never forgotten
grant select, insert on custody_transaction_versions to amanat_app;
