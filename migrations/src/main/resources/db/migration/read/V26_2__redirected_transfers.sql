-- A leg that failed is paid to another address of its recipient.

alter table custody_transfers
    add column former_address     text check (former_address ~ '^0x[0-9a-f]{40}$'),
    add column redirected_by      uuid references users,
    add column redirection_reason text,
    add column redirected_at      timestamptz,
    add check (former_address <> to_address),
    add check ((redirected_by is null) = (former_address is null) and (redirected_by is null) = (redirected_at is null)),
    add constraint custody_transfers_strays_are_not_redirected check (kind <> 'stray_return' or former_address is null);

comment on column custody_transfers.former_address is 'Where it was to go before the last redirection; nothing went there.';
comment on column custody_transfers.redirection_reason is 'Sealed.';
