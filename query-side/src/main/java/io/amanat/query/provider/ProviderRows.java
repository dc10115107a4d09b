package io.amanat.query.provider;

import io.amanat.query.view.Presentation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what providers sent and what was found about it, the newest first. */
@Component
class ProviderRows {
    private final JdbcClient jdbc;
    private final Presentation show;

    ProviderRows(JdbcClient jdbc, Presentation show) {
        this.jdbc = jdbc;
        this.show = show;
    }

    /** Which rows; an empty list restricts nothing. */
    record Wanted(
            List<String> providers,
            List<String> words,
            @Nullable UUID paymentId) {}

    /** @param after the last one seen: time, provider, delivery id */
    List<DeliveryView> deliveries(Wanted wanted, @Nullable List<String> after, int limit) {
        return jdbc.sql("""
            select provider::text as provider, delivery_id, body_sha256, body_bytes, times, retry_count,
                   coalesce(outcome, 'waiting') as outcome, payment_id, received_at
            from provider_deliveries
            where (cast(:providers as text) = '' or provider::text = any(string_to_array(:providers, ',')))
              and (cast(:words as text) = '' or coalesce(outcome, 'waiting') = any(string_to_array(:words, ',')))
              and (cast(:payment as uuid) is null or payment_id = cast(:payment as uuid))
              and (cast(:at as timestamptz) is null
                   or (received_at, provider::text, delivery_id) < (cast(:at as timestamptz), cast(:second as text), cast(:third as text)))
            order by received_at desc, provider::text desc, delivery_id desc limit :limit
            """)
                .param("providers", String.join(",", wanted.providers()))
                .param("words", String.join(",", wanted.words()))
                .param("payment", wanted.paymentId())
                .param("at", after == null ? null : after.get(0))
                .param("second", after == null ? null : after.get(1))
                .param("third", after == null ? null : after.get(2))
                .param("limit", limit)
                .query((row, _) -> delivery(row))
                .list();
    }

    /** @param after the last one seen: time, transaction, log index, block */
    List<PayInView> payIns(Wanted wanted, @Nullable List<String> after, int limit) {
        return jdbc.sql("""
            select provider::text as provider, payment_id, chain_id, tx_hash, log_index, block_hash, finding, fee_units, fee_address,
                   created_at
            from provider_payins
            where (cast(:providers as text) = '' or provider::text = any(string_to_array(:providers, ',')))
              and (cast(:words as text) = '' or finding = any(string_to_array(:words, ',')))
              and (cast(:payment as uuid) is null or payment_id = cast(:payment as uuid))
              and (cast(:at as timestamptz) is null
                   or (created_at, tx_hash, log_index, block_hash)
                       < (cast(:at as timestamptz), cast(:second as text), cast(:third as bigint), cast(:fourth as text)))
            order by created_at desc, tx_hash desc, log_index desc, block_hash desc limit :limit
            """)
                .param("providers", String.join(",", wanted.providers()))
                .param("words", String.join(",", wanted.words()))
                .param("payment", wanted.paymentId())
                .param("at", after == null ? null : after.get(0))
                .param("second", after == null ? null : after.get(1))
                .param("third", after == null ? null : after.get(2))
                .param("fourth", after == null ? null : after.get(3))
                .param("limit", limit)
                .query((row, _) -> payIn(row))
                .list();
    }

    private static DeliveryView delivery(ResultSet row) throws SQLException {
        return new DeliveryView(
                row.getString("provider"),
                row.getString("delivery_id"),
                row.getString("body_sha256"),
                row.getInt("body_bytes"),
                row.getInt("times"),
                row.getInt("retry_count"),
                row.getString("outcome"),
                row.getObject("payment_id", UUID.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    private PayInView payIn(ResultSet row) throws SQLException {
        String feeAddress = row.getString("fee_address");
        return new PayInView(
                row.getString("provider"),
                row.getObject("payment_id", UUID.class),
                row.getLong("chain_id"),
                row.getString("tx_hash"),
                row.getLong("log_index"),
                row.getString("block_hash"),
                row.getString("finding"),
                row.getBigDecimal("fee_units").toBigIntegerExact().toString(),
                feeAddress == null ? null : show.address(feeAddress),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
