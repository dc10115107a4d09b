create table purchase_requests (
    id                    uuid primary key,
    buyer_id              uuid                    not null references users,
    title                 text                    not null,
    description           text                    not null,
    product_type          product_type            not null,
    budget_min            numeric(38, 18)         not null check (budget_min >= 0),
    budget_max            numeric(38, 18)         not null check (budget_max > 0),
    budget_currency       offer_currency          not null default 'USDT',
    urgency               urgency                 not null,
    quantity              integer                 not null check (quantity > 0),
    status                purchase_request_status not null,
    status_before_dispute purchase_request_status,
    accepted_offer_id     uuid,
    seller_id             uuid references users,
    payment_id            uuid,
    dispute_id            uuid,
    cancellation_cause    cancellation_cause,
    cancellation_reason   text,
    completion_cause      completion_cause,
    completed_at          timestamptz,
    version               bigint                  not null check (version >= 0),
    position              bigint                  not null check (position >= 0),
    created_at            timestamptz             not null,
    updated_at            timestamptz             not null,
    check (budget_min <= budget_max),
    check ((accepted_offer_id is null) = (seller_id is null)),
    check ((status = 'cancelled') = (cancellation_cause is not null))
);

comment on table purchase_requests is 'What a buyer asks for, and how far the trade has come. Its id is the id of the whole trade.';
comment on column purchase_requests.title is 'Sealed.';
comment on column purchase_requests.description is 'Sealed.';
comment on column purchase_requests.seller_id is 'Whose offer was accepted.';
comment on column purchase_requests.payment_id is 'Chosen with the acceptance; the payment''s row comes a moment later, therefore no foreign key.';
comment on column purchase_requests.dispute_id is 'The latest one; known here before the dispute''s own row, therefore no foreign key.';
comment on column purchase_requests.cancellation_reason is 'Sealed.';

create index purchase_requests_buyer on purchase_requests (buyer_id, created_at desc, id);
create index purchase_requests_seller on purchase_requests (seller_id, created_at desc, id);
create index purchase_requests_status on purchase_requests (status, created_at desc, id);
create index purchase_requests_created on purchase_requests (created_at desc, id);

create table purchase_request_delivery_info (
    purchase_request_id uuid primary key references purchase_requests on delete cascade,
    method              delivery_method not null,
    needed_by           date,
    notes               text,
    shipped_at          timestamptz,
    handed_over_at      timestamptz,
    confirmed_at        timestamptz,
    code_issued_at      timestamptz,
    code_attempts       integer         not null default 0 check (code_attempts >= 0),
    code_locked_at      timestamptz,
    created_at          timestamptz     not null,
    updated_at          timestamptz     not null
);

comment on table purchase_request_delivery_info is 'How delivery is wanted and how it went. The code stands nowhere, not even its hash.';
comment on column purchase_request_delivery_info.notes is 'Sealed.';

create table purchase_request_delivery_address (
    purchase_request_id uuid primary key references purchase_requests on delete cascade,
    recipient           text        not null,
    line1               text        not null,
    line2               text,
    city                text        not null,
    region              text,
    postal_code         text,
    country_code        text        not null check (country_code ~ '^[A-Z]{2}$'),
    created_at          timestamptz not null,
    updated_at          timestamptz not null
);

comment on table purchase_request_delivery_address is 'Where to. Everything but the country is sealed.';

create table purchase_request_seller_delivery_info (
    purchase_request_id uuid primary key references purchase_requests on delete cascade,
    carrier             text,
    tracking_number     text,
    notes               text,
    shipped_at          timestamptz not null,
    created_at          timestamptz not null,
    updated_at          timestamptz not null
);

comment on table purchase_request_seller_delivery_info is 'The shipment as the seller states it. Carrier, number and notes are sealed.';

create table delivery_attempts (
    id                  uuid primary key,
    purchase_request_id uuid                     not null references purchase_requests on delete cascade,
    attempt             integer                  not null check (attempt > 0),
    outcome             delivery_attempt_outcome not null,
    actor               text                     not null,
    attempted_at        timestamptz              not null,
    created_at          timestamptz              not null,
    updated_at          timestamptz              not null,
    unique (purchase_request_id, attempt)
);

comment on table delivery_attempts is 'Every try with the delivery code, right or wrong; never what was typed.';
comment on column delivery_attempts.outcome is 'locked: a wrong try, and the last one allowed.';

create table purchase_request_service_info (
    purchase_request_id uuid primary key references purchase_requests on delete cascade,
    scope               text        not null,
    duration_hours      integer check (duration_hours > 0),
    remote              boolean     not null,
    created_at          timestamptz not null,
    updated_at          timestamptz not null
);

comment on column purchase_request_service_info.scope is 'Sealed.';

create table purchase_request_specifications (
    id                  uuid primary key,
    purchase_request_id uuid        not null references purchase_requests on delete cascade,
    key                 text        not null check (key ~ '^[a-z0-9_-]{1,64}$'),
    value               text        not null,
    ordinal             integer     not null check (ordinal >= 0),
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    unique (purchase_request_id, key)
);

comment on column purchase_request_specifications.value is 'Sealed.';
comment on column purchase_request_specifications.ordinal is 'Place in the buyer''s list, from 0.';

create table purchase_request_preferred_sellers (
    purchase_request_id uuid        not null references purchase_requests on delete cascade,
    seller_id           uuid        not null,
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    primary key (purchase_request_id, seller_id)
);

comment on column purchase_request_preferred_sellers.seller_id is
    'As the buyer named it. No foreign key: an id that nobody has must not stop the projection.';

create index purchase_request_preferred_sellers_seller on purchase_request_preferred_sellers (seller_id);

create table seller_offers (
    id                  uuid primary key,
    purchase_request_id uuid           not null references purchase_requests on delete cascade,
    seller_id           uuid           not null references users,
    price               numeric(18, 8) not null check (price > 0),
    currency            offer_currency not null,
    delivery_days       integer        not null check (delivery_days between 0 and 365),
    message             text,
    payout_address      text           not null check (payout_address ~ '^0x[0-9a-f]{40}$'),
    valid_until         timestamptz,
    status              offer_status   not null,
    rejection_cause     rejection_cause,
    rejection_reason    text,
    version             bigint         not null check (version >= 0),
    position            bigint         not null check (position >= 0),
    created_at          timestamptz    not null,
    updated_at          timestamptz    not null,
    check ((status = 'rejected') = (rejection_cause is not null))
);

comment on column seller_offers.message is 'Sealed.';
comment on column seller_offers.rejection_reason is 'Sealed.';
comment on column seller_offers.version is 'Of the purchase request, which is the aggregate that an offer is part of.';

create unique index seller_offers_one_accepted on seller_offers (purchase_request_id) where status = 'accepted';
create unique index seller_offers_one_live_per_seller on seller_offers (purchase_request_id, seller_id)
    where status in ('pending', 'active');
create index seller_offers_request on seller_offers (purchase_request_id, created_at, id);
create index seller_offers_seller on seller_offers (seller_id, created_at desc, id);

alter table purchase_requests
    add foreign key (accepted_offer_id) references seller_offers deferrable initially deferred;

grant select, insert, update, delete
    on purchase_requests, purchase_request_delivery_info, purchase_request_delivery_address,
       purchase_request_seller_delivery_info, delivery_attempts, purchase_request_service_info,
       purchase_request_specifications, purchase_request_preferred_sellers, seller_offers
    to amanat_app;
