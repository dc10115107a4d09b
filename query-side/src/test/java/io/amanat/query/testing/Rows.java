package io.amanat.query.testing;

import io.amanat.contract.identity.UserId;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows as the projections would write them, one trade at a time. */
public final class Rows {
    public static final String TOKEN = "0x" + "ab".repeat(20);
    public static final String REFUND = "0x" + "cd".repeat(20);
    public static final String PAYOUT = "0x" + "ef".repeat(20);
    public static final String TX = "0x" + "12".repeat(32);

    private static final AtomicLong NEXT = new AtomicLong(1);
    private static final ReadableVault VAULT = new ReadableVault();

    private final JdbcClient jdbc;

    public Rows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public static String sealed(UUID subject, String plain) {
        return VAULT.seal(new UserId(subject), plain).token();
    }

    public UUID user(String role) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
            insert into users (id, role, status, auth_provider, email, display_name, version, position, created_at, updated_at)
            values (?, cast(? as user_role), 'active', 'email', ?, ?, 0, 1, now(), now())
            """)
                .params(id, role, sealed(id, role + "@example.org"), sealed(id, "A " + role))
                .update();
        return id;
    }

    public UUID request(UUID buyer, String status) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
            insert into purchase_requests (id, buyer_id, title, description, product_type, budget_min, budget_max,
              budget_currency, urgency, quantity, status, version, position, created_at, updated_at)
            values (?, ?, ?, ?, 'physical_product', 10, 150.5, 'USDC', 'medium', 1, cast(? as purchase_request_status), 3, 2,
              now(), now())
            """)
                .params(id, buyer, sealed(buyer, "A lamp"), sealed(buyer, "Green"), status)
                .update();
        jdbc.sql("""
            insert into purchase_request_delivery_info (purchase_request_id, method, needed_by, notes, code_attempts,
              created_at, updated_at) values (?, 'shipping', date '2027-01-31', ?, 1, now(), now())
            """).params(id, sealed(buyer, "Ring twice")).update();
        jdbc.sql("""
            insert into purchase_request_delivery_address (purchase_request_id, recipient, line1, city, country_code,
              created_at, updated_at) values (?, ?, ?, ?, 'NL', now(), now())
            """)
                .params(id, sealed(buyer, "Dana"), sealed(buyer, "1 Street"), sealed(buyer, "Town"))
                .update();
        jdbc.sql("""
            insert into purchase_request_specifications (id, purchase_request_id, key, value, ordinal, created_at, updated_at)
            values (?, ?, 'height_cm', ?, 1, now(), now()), (?, ?, 'colour', ?, 0, now(), now())
            """)
                .params(UUID.randomUUID(), id, sealed(buyer, "42"), UUID.randomUUID(), id, sealed(buyer, "green"))
                .update();
        return id;
    }

    public UUID offer(UUID request, UUID seller, String status) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
            insert into seller_offers (id, purchase_request_id, seller_id, price, currency, delivery_days, message,
              payout_address, status, version, position, created_at, updated_at)
            values (?, ?, ?, 125.5, 'USDC', 5, ?, ?, cast(? as offer_status), 3, 3, now(), now())
            """)
                .params(id, request, seller, sealed(seller, "New, in its box"), PAYOUT, status)
                .update();
        return id;
    }

    /** Accepts {@code offer} of {@code seller} and opens the payment. */
    public UUID payment(UUID request, UUID offer, UUID buyer, UUID seller) {
        UUID id = UUID.randomUUID();
        UUID destination = UUID.randomUUID();
        long index = NEXT.getAndIncrement();
        String address = "0x%040x".formatted(index + 0xa000);
        jdbc.sql("""
            insert into derived_destinations (id, purchase_request_ref_kind, purchase_request_id, payment_id, chain_id, address,
              account_fingerprint, derivation_path, status, version, position, created_at, updated_at)
            values (?, 'entity', ?, ?, 31337, ?, 'xpub', ?, 'active', 0, 4, now(), now())
            """).params(destination, request, id, address, "0/" + index).update();
        jdbc.sql("""
            insert into payments (id, purchase_request_ref_kind, purchase_request_id, seller_offer_ref_kind, seller_offer_id,
              buyer_id, seller_id, provider, status, escrow_state, currency, chain_id, token_address, token_decimals, amount,
              amount_units, held_amount, held_units, platform_fee_bps, tolerance_bps, refund_address, payout_address,
              destination_id, destination_address, pay_by, version, position, created_at, updated_at)
            values (?, 'entity', ?, 'entity', ?, ?, ?, 'amn.scanner', 'confirmed', 'funded', 'USDC', 31337, ?, 6, 125.5, 125500000,
              125.5, 125500000, 100, 0, ?, ?, ?, ?, now(), 7, 5, now(), now())
            """)
                .params(id, request, offer, buyer, seller, TOKEN, REFUND, PAYOUT, destination, address)
                .update();
        jdbc.sql("update purchase_requests set accepted_offer_id = ?, seller_id = ?, payment_id = ? where id = ?")
                .params(offer, seller, id, request)
                .update();
        return id;
    }

    /** 125.50 USD at a token price of one dollar. */
    public void quote(UUID payment) {
        jdbc.sql("""
            insert into payment_quotes (id, payment_id, price_amount, price_currency, fx_rate, token_price_usd,
              depeg_adjustment_bps, settle_amount, settle_units, currency, chain_id, token_address, token_decimals,
              quoted_at, expires_at, payable_until, version, position, created_at, updated_at)
            select ?, id, 125.5, 'USD', 1, 1, 0, amount, amount_units, currency, chain_id, token_address, token_decimals,
              '2026-03-01T12:00:00Z', '2026-03-01T12:15:00Z', '2026-03-01T12:20:00Z', 1, 9, now(), now()
            from payments where id = ?
            """).params(UUID.randomUUID(), payment).update();
    }

    /** Of 5 tokens; decided when there is somebody who did. */
    public UUID writeOff(UUID payment, UUID proposedBy, @Nullable UUID decidedBy) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
            insert into exposure_write_offs (id, payment_id, status, currency, chain_id, token_address, token_decimals, amount,
              amount_units, proposed_by, proposal_reason, decided_by, decision_reason, decided_at, version, position, created_at,
              updated_at)
            select ?, id, ?, currency, chain_id, token_address, token_decimals, 5, 5000000, ?, ?, cast(? as uuid), ?,
              cast(? as timestamptz), 1, 9, now(), now() from payments where id = ?
            """)
                .params(
                        id,
                        decidedBy == null ? "proposed" : "approved",
                        proposedBy,
                        sealed(proposedBy, "gone"),
                        decidedBy == null ? null : decidedBy.toString(),
                        decidedBy == null ? null : sealed(decidedBy, "seen"),
                        decidedBy == null ? null : "2026-03-01T12:00:00Z",
                        payment)
                .update();
        return id;
    }

    public void ledger(UUID payment, String type, String debit, String credit, long units) {
        jdbc.sql("""
            insert into funds_ledger_entries (id, entry_type, payment_id, purchase_request_ref_kind, purchase_request_id,
              debit_account, credit_account, currency, chain_id, token_address, token_decimals, amount, amount_units, actor,
              event_id, event_type, position, ordinal, tx_hash, reason, occurred_at, created_at, updated_at)
            select ?, cast(? as funds_ledger_entry_type), id, 'entity', purchase_request_id, cast(? as ledger_account),
              cast(? as ledger_account), currency, chain_id, token_address, token_decimals, cast(? as numeric) / 1000000,
              cast(? as numeric), 'system:test', ?, 'payment.test.v1', ?, 0, ?,
              case when cast(? as text) = 'adjustment' then 'test' end, now(), now(), now() from payments where id = ?
            """)
                .params(
                        UUID.randomUUID(),
                        type,
                        debit,
                        credit,
                        units,
                        units,
                        UUID.randomUUID(),
                        NEXT.getAndIncrement(),
                        TX,
                        type,
                        payment)
                .update();
    }

    public UUID transfer(UUID payment, String status, UUID guard) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
            insert into custody_transfers (id, payment_id, purchase_request_id, buyer_id, seller_id, beneficiary_id, kind, status,
              guard_required, to_address, currency, chain_id, token_address, token_decimals, amount, amount_units, approved_by,
              approval_reason, tx_hash, version, position, created_at, updated_at)
            select ?, id, purchase_request_id, buyer_id, seller_id, seller_id, 'release', cast(? as custody_transfer_status), true,
              payout_address, currency, chain_id, token_address, token_decimals, 124.245, 124245000, ?, ?, ?, 2, 9, now(), now()
            from payments where id = ?
            """)
                .params(id, status, guard, sealed(guard, "Fits the ledger"), TX, payment)
                .update();
        return id;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }
}
