create table payment_quotes (
    id                   uuid primary key,
    payment_id           uuid            not null unique references payments,
    price_amount         numeric(38, 18) not null check (price_amount > 0),
    price_currency       offer_currency  not null,
    fx_rate              numeric(38, 18) not null check (fx_rate > 0 and fx_rate <= 1000000),
    token_price_usd      numeric(38, 18) not null check (token_price_usd between 0.5 and 2),
    depeg_adjustment_bps integer         not null,
    settle_amount        numeric(38, 18) not null check (settle_amount > 0 or (token_decimals > 18 and settle_amount = 0)),
    settle_units         numeric(78, 0)  not null check (settle_units > 0),
    currency             offer_currency  not null,
    chain_id             bigint          not null check (chain_id > 0),
    token_address        text            not null check (token_address ~ '^0x[0-9a-f]{40}$'),
    token_decimals       integer         not null check (token_decimals between 0 and 30),
    quoted_at            timestamptz     not null,
    expires_at           timestamptz     not null,
    payable_until        timestamptz     not null,
    version              bigint          not null check (version >= 0),
    position             bigint          not null check (position >= 0),
    created_at           timestamptz     not null,
    updated_at           timestamptz     not null,
    check (quoted_at < expires_at and expires_at <= payable_until),
    check (token_decimals > 18 or settle_amount * power(10::numeric, token_decimals) = settle_units),
    constraint payment_quotes_settle_amount_adds_up check (
        settle_units * token_price_usd >= price_amount * fx_rate * power(10::numeric, token_decimals)
            and (settle_units - 1) * token_price_usd < price_amount * fx_rate * power(10::numeric, token_decimals)),
    constraint payment_quotes_depeg_adds_up check (
        2 * abs(depeg_adjustment_bps * token_price_usd - 10000 * (1 - token_price_usd)) <= token_price_usd)
);

comment on table payment_quotes is 'The quote by which a payment settles, one per payment; those that were replaced are in the log, with every source.';
comment on column payment_quotes.fx_rate is 'US dollars for one whole unit of the price''s currency.';
comment on column payment_quotes.token_price_usd is 'US dollars for one whole token.';
comment on column payment_quotes.depeg_adjustment_bps is 'Hundredths of a percent more tokens than at one dollar each, below zero fewer; contained in settle_amount.';
comment on column payment_quotes.settle_amount is 'price_amount times fx_rate, divided by token_price_usd, rounded up to the token''s smallest unit.';
comment on column payment_quotes.expires_at is 'From here on the buyer may ask for another quote.';
comment on column payment_quotes.payable_until is 'A transfer in a block of this time or before counts by this quote.';

grant select, insert, update, delete on payment_quotes to amanat_app;
