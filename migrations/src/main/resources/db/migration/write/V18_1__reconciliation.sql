-- Books and chain compared, and the proof that what is owed is there. Append-only: what was found once stays found.

create table reconciliation_reports (
    id           uuid        primary key,
    chain_id     bigint      not null check (chain_id > 0),
    block_number bigint      not null check (block_number >= 0),
    block_hash   text        not null check (block_hash ~ '^0x[0-9a-f]{64}$'),
    block_time   timestamptz not null,
    position     bigint      not null check (position >= 0),
    requested_by text        not null,
    accounts     integer     not null check (accounts >= 0),
    alarms       integer     not null check (alarms >= 0),
    lines        jsonb       not null check (jsonb_typeof(lines) = 'array'),
    digest       text        not null check (digest ~ '^0x[0-9a-f]{64}$'),
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    check (updated_at = created_at),
    check (jsonb_array_length(lines) >= alarms)
);

comment on table reconciliation_reports is
    'Each is one comparison of ledger, custody transfers and chain at one block, with every difference that was found.';
comment on column reconciliation_reports.position is 'The read tables had every event up to here.';
comment on column reconciliation_reports.accounts is 'How many balances the chain was asked for.';
comment on column reconciliation_reports.lines is 'The differences, each explained or an alarm; what agrees has no line.';
comment on column reconciliation_reports.digest is 'SHA-256 over block and lines: the same books at the same block give the same.';

create index reconciliation_reports_chain on reconciliation_reports (chain_id, block_number desc, created_at desc);
create index reconciliation_reports_created on reconciliation_reports (created_at desc, id desc);

create table reconciliation_accounts (
    report_id     uuid           not null references reconciliation_reports,
    address       text           not null check (address ~ '^0x[0-9a-f]{40}$'),
    token_address text           not null check (token_address ~ '^0x[0-9a-f]{40}$'),
    opening_block bigint         not null check (opening_block >= 0),
    opening_units numeric(78, 0) not null check (opening_units >= 0),
    arrived_units numeric(78, 0) not null check (arrived_units >= 0),
    balance_units numeric(78, 0) not null check (balance_units >= 0),
    created_at    timestamptz    not null,
    updated_at    timestamptz    not null,
    primary key (report_id, address, token_address),
    check (updated_at = created_at)
);

comment on table reconciliation_accounts is
    'The hot accounts as of each report: what was there when they were first looked at, and what arrived since.';

create table solvency_proofs (
    id             uuid           primary key,
    report_id      uuid           not null references reconciliation_reports,
    chain_id       bigint         not null check (chain_id > 0),
    token_address  text           not null check (token_address ~ '^0x[0-9a-f]{40}$'),
    token_decimals integer        not null check (token_decimals between 0 and 30),
    currency       offer_currency not null,
    block_number   bigint         not null check (block_number >= 0),
    block_hash     text           not null check (block_hash ~ '^0x[0-9a-f]{64}$'),
    root_hash      text           not null check (root_hash ~ '^0x[0-9a-f]{64}$'),
    total_units    numeric(78, 0) not null check (total_units >= 0),
    reserve_units  numeric(78, 0) not null check (reserve_units >= 0),
    leaves         integer        not null check (leaves >= 0),
    balances       jsonb          not null check (jsonb_typeof(balances) = 'array'),
    created_at     timestamptz    not null,
    updated_at     timestamptz    not null,
    unique (report_id, token_address),
    check (updated_at = created_at)
);

comment on table solvency_proofs is
    'What is owed in one token at one block, as the root of a Merkle sum tree, beside what is there on the chain.';
comment on column solvency_proofs.total_units is 'What is owed to parties: seen, held, frozen and set aside. The sum of the root.';
comment on column solvency_proofs.balances is '[{"address", "units"}], every account of ours that holds some of it; together reserve_units.';

create index solvency_proofs_created on solvency_proofs (created_at desc, id desc);

create table solvency_nodes (
    proof_id   uuid           not null references solvency_proofs,
    level      smallint       not null check (level >= 0),
    ordinal    integer        not null check (ordinal >= 0),
    hash       text           not null check (hash ~ '^0x[0-9a-f]{64}$'),
    sum_units  numeric(78, 0) not null check (sum_units > 0),
    payment_id uuid,
    nonce      text check (nonce ~ '^0x[0-9a-f]{64}$'),
    created_at timestamptz    not null,
    updated_at timestamptz    not null,
    primary key (proof_id, level, ordinal),
    check ((level = 0) = (payment_id is not null)),
    check ((level = 0) = (nonce is not null)),
    check (updated_at = created_at)
);

comment on table solvency_nodes is 'The trees, level 0 their leaves. A nonce is shown to the parties of its payment only.';

create index solvency_nodes_payment on solvency_nodes (payment_id, created_at desc) where payment_id is not null;

do
$$
declare
    name text;
begin
    foreach name in array array['reconciliation_reports', 'reconciliation_accounts', 'solvency_proofs', 'solvency_nodes'] loop
        execute format('create trigger %s_no_update before update on %1$s for each statement execute function refuse_event_change()', name);
        execute format('create trigger %s_no_delete before delete on %1$s for each statement execute function refuse_event_change()', name);
        execute format('create trigger %s_no_truncate before truncate on %1$s for each statement execute function refuse_event_change()', name);
        execute format('alter table %s enable always trigger %1$s_no_update', name);
        execute format('alter table %s enable always trigger %1$s_no_delete', name);
        execute format('alter table %s enable always trigger %1$s_no_truncate', name);
    end loop;
end
$$;

grant select, insert on reconciliation_reports, reconciliation_accounts, solvency_proofs, solvency_nodes to amanat_app;
