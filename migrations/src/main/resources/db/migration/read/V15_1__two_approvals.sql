-- Above a second limit a custody transfer is approved by two guards. What moved otherwise is accepted by one.

alter table custody_transfers
    add column first_approved_by     uuid references users,
    add column first_approval_reason text,
    add column first_approved_at     timestamptz,
    add column accepted_by           uuid references users,
    add column acceptance_reason     text,
    add column accepted_at           timestamptz,
    add check (first_approved_by <> approved_by);

comment on column custody_transfers.first_approved_by is 'The first of two guards, where two are needed; approved_by is the second.';
comment on column custody_transfers.first_approval_reason is 'Sealed.';
comment on column custody_transfers.accepted_by is 'The guard who took it for done although it moved something else than was instructed.';
comment on column custody_transfers.acceptance_reason is 'Sealed.';
