package io.amanat.testkit.schema;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of one trade, as small as the tables allow. */
final class Rows {

    static final String ADDRESS = "0x" + "a".repeat(40);

    private static final AtomicLong NEXT = new AtomicLong(1);

    private final JdbcClient jdbc;

    Rows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID user(String role) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into users (id, role, status, auth_provider, email, display_name, version, position,"
                        + " created_at, updated_at) values (?, ?, 'active', 'email', 'sealed', 'sealed', 0, 1,"
                        + " now(), now())")
                .params(id, role)
                .update();
        return id;
    }

    UUID request(UUID buyer) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into purchase_requests (id, buyer_id, title, description, product_type, budget_min,"
                        + " budget_max, urgency, quantity, status, version, position, created_at, updated_at)"
                        + " values (?, ?, 'sealed', 'sealed', 'service', 0, 10, 'low', 1, 'pending', 0, 2, now(),"
                        + " now())")
                .params(id, buyer)
                .update();
        return id;
    }

    UUID offer(UUID request, UUID seller, String status) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into seller_offers (id, purchase_request_id, seller_id, price, currency,"
                        + " delivery_days, payout_address, status, version, position, created_at, updated_at)"
                        + " values (?, ?, ?, 10, 'USDC', 3, ?, ?, 1, 3, now(), now())")
                .params(id, request, seller, ADDRESS, status)
                .update();
        return id;
    }

    /** A payment of 10 USDC with everything it needs. */
    UUID payment() {
        UUID buyer = user("buyer");
        UUID seller = user("seller");
        UUID request = request(buyer);
        UUID offer = offer(request, seller, "accepted");
        return payment(request, offer, buyer, seller);
    }

    UUID payment(UUID request, UUID offer, UUID buyer, UUID seller) {
        UUID id = UUID.randomUUID();
        UUID destination = UUID.randomUUID();
        long index = NEXT.getAndIncrement();
        String address = "0x%040x".formatted(index);
        jdbc.sql("insert into derived_destinations (id, purchase_request_ref_kind, purchase_request_id,"
                        + " payment_id, chain_id, address, account_fingerprint, derivation_path, status, version,"
                        + " position, created_at, updated_at) values (?, 'entity', ?, ?, 1, ?, 'xpub', ?,"
                        + " 'active', 0, 4, now(), now())")
                .params(destination, request, id, address, "0/" + index)
                .update();
        jdbc.sql("insert into payments (id, purchase_request_ref_kind, purchase_request_id,"
                        + " seller_offer_ref_kind, seller_offer_id, buyer_id, seller_id, provider, status,"
                        + " currency, chain_id, token_address, token_decimals, amount, amount_units,"
                        + " platform_fee_bps, tolerance_bps, refund_address, payout_address, destination_id,"
                        + " destination_address, pay_by, version, position, created_at, updated_at) values (?,"
                        + " 'entity', ?, 'entity', ?, ?, ?, 'amn.scanner', 'pending', 'USDC', 1, ?, 6, 10,"
                        + " 10000000, 100, 0, ?, ?, ?, ?, now(), 0, 5, now(), now())")
                .params(id, request, offer, buyer, seller, ADDRESS, ADDRESS, ADDRESS, destination, address)
                .update();
        return id;
    }

    void ledger(UUID payment, String type, String debit, String credit, long units) {
        ledger(payment, type, debit, credit, units, null);
    }

    void adjustment(UUID payment, String debit, String credit, long units) {
        ledger(payment, "adjustment", debit, credit, units, "test");
    }

    private void ledger(UUID payment, String type, String debit, String credit, long units, @Nullable String reason) {
        jdbc.sql("insert into funds_ledger_entries (id, entry_type, payment_id, purchase_request_ref_kind,"
            + " purchase_request_id, debit_account, credit_account, currency, chain_id, token_address, token_decimals,"
            + " amount, amount_units, actor, event_id, event_type, position, ordinal, reason, occurred_at, created_at,"
            + " updated_at) select ?, ?, id, 'entity', purchase_request_id, ?, ?, 'USDC', 1, token_address, 6, ? /"
            + " 1000000.0, ?, 'system:test', ?, 'payment.test.v1', ?, 0, ?, now(), now(), now() from payments where id"
            + " = ?")
                .params(
                        UUID.randomUUID(),
                        type,
                        debit,
                        credit,
                        units,
                        units,
                        UUID.randomUUID(),
                        NEXT.getAndIncrement(),
                        reason,
                        payment)
                .update();
    }
}
