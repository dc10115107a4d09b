package io.amanat.chain.provider;

import io.amanat.contract.escrow.PaymentProvider;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of webhooks whose signature was right, each once. */
final class ProviderDeliveries {
    private static final int PURGE_ROWS_MAX = 1_000;

    private final JdbcClient jdbc;

    ProviderDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is known of a delivery. */
    record Known(String bodySha256, @Nullable String outcome) {
        boolean decided() {
            return outcome != null;
        }
    }

    /** Writes it down; empty when it is the first of its id. One statement, so of two at once one is the first. */
    Optional<Known> take(PaymentProvider provider, Delivery delivery, String sha256, int bytes, Instant now) {
        int fresh = jdbc.sql("""
            insert into provider_deliveries (provider, delivery_id, body_sha256, body_bytes, retry_count, received_at)
            values (?::payment_provider, ?, ?, ?, ?, ?) on conflict do nothing\
            """)
                .params(provider.wire(), delivery.id(), sha256, bytes, delivery.retries(), Timestamp.from(now))
                .update();
        return fresh == 1 ? Optional.empty() : Optional.of(again(provider, delivery));
    }

    void decided(PaymentProvider provider, Delivery delivery, Outcome outcome) {
        jdbc.sql("""
            update provider_deliveries set outcome = ?, payment_id = ?
            where provider = ?::payment_provider and delivery_id = ? and outcome is null\
            """)
                .param(outcome.kind().wire())
                .param(outcome.paymentId())
                .param(provider.wire())
                .param(delivery.id())
                .update();
    }

    /** Those of which nobody has said what the chain says: how many came before, and how many of them after another instant. */
    Waiting waiting(Instant before, Instant after) {
        return jdbc.sql("""
            select count(*) as all_of_them, count(*) filter (where received_at >= ?) as recent, min(received_at) as oldest
            from provider_deliveries where outcome is null and received_at < ?\
            """)
                .params(Timestamp.from(after), Timestamp.from(before))
                .query((row, _) -> new Waiting(
                        row.getLong("all_of_them"),
                        row.getLong("recent"),
                        Optional.ofNullable(row.getTimestamp("oldest")).map(Timestamp::toInstant)))
                .single();
    }

    /** @param oldest when the one came that waits longest */
    record Waiting(long all, long recent, Optional<Instant> oldest) {}

    /** Forgets a bounded number of those that came before. */
    int purge(Instant before) {
        return jdbc.sql("""
            delete from provider_deliveries where ctid in
                (select ctid from provider_deliveries where received_at < ? order by received_at limit %d)\
            """.formatted(PURGE_ROWS_MAX))
                .param(Timestamp.from(before))
                .update();
    }

    private Known again(PaymentProvider provider, Delivery delivery) {
        return jdbc.sql("""
            update provider_deliveries set times = times + 1, retry_count = greatest(retry_count, ?)
            where provider = ?::payment_provider and delivery_id = ? returning body_sha256, outcome\
            """)
                .params(delivery.retries(), provider.wire(), delivery.id())
                .query(Known.class)
                .single();
    }
}
