-- Payments that people vouch for.

alter table payments
    add column off_chain_id           uuid,
    add column off_chain_status       text check (off_chain_status in ('confirmed', 'approved', 'rejected')),
    add column off_chain_evidence     text,
    add column off_chain_confirmed_by uuid references users,
    add check ((off_chain_id is null) = (off_chain_status is null));

comment on column payments.off_chain_id is 'The last word of an admin that this was paid outside of the chain.';
comment on column payments.off_chain_evidence is 'Sealed.';

create index payments_off_chain_confirmed_by on payments (off_chain_confirmed_by) where off_chain_confirmed_by is not null;
