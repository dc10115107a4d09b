package io.amanat.query.escrow;

import io.amanat.contract.money.DecimalText;
import io.amanat.query.view.Presentation;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Balances are sums over the ledger, made when asked. */
@Component
class LedgerQueries {
    private static final String BALANCES = """
        select account, currency, chain_id, token_address, token_decimals, sum(balance_units) as units
        from funds_balances
        where (cast(:payment as uuid) is null or payment_id = cast(:payment as uuid))
          and (cast(:account as ledger_account) is null or account = cast(:account as ledger_account))
          and (cast(:chain as bigint) is null or chain_id = cast(:chain as bigint))
          and (cast(:contract as text) is null or token_address = cast(:contract as text))
        group by account, currency, chain_id, token_address, token_decimals
        order by chain_id, token_address, account
        """;

    private static final String EXPOSURES = """
        select payment_id, purchase_request_id, currency, chain_id, token_address, token_decimals,
               sum(case when debit_account = 'exposure' then amount_units else -amount_units end) as units,
               min(occurred_at) as since, (array_agg(actor order by position))[1] as actor
        from funds_ledger_entries
        where 'exposure' in (debit_account, credit_account)
        group by payment_id, purchase_request_id, currency, chain_id, token_address, token_decimals
        having sum(case when debit_account = 'exposure' then amount_units else -amount_units end) > 0
        order by chain_id, token_address, units desc
        """;

    private final JdbcClient jdbc;
    private final LedgerEntryRows entries;
    private final Presentation show;

    LedgerQueries(JdbcClient jdbc, LedgerEntryRows entries, Presentation show) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.show = show;
    }

    PaymentLedgerView of(UUID paymentId, boolean staff) {
        return new PaymentLedgerView(
                paymentId,
                entries.findByPaymentIdOrderByPositionAscOrdinalAsc(paymentId).stream()
                        .map(row -> PaymentLedgerView.Entry.of(row, staff, show))
                        .toList(),
                balances(paymentId, null, null, null));
    }

    /** Per account and asset; absent filters restrict nothing. */
    List<BalanceView> balances(
            @Nullable UUID payment, @Nullable String account, @Nullable Long chain, @Nullable String contract) {
        return jdbc.sql(BALANCES)
                .param("payment", payment == null ? null : payment.toString())
                .param("account", account)
                .param("chain", chain == null ? null : chain.toString())
                .param("contract", contract == null ? null : contract.toLowerCase(Locale.ROOT))
                .query((row, number) -> new BalanceView(
                        row.getString("account"),
                        units(row),
                        row.getString("currency"),
                        row.getLong("chain_id"),
                        show.address(row.getString("token_address"))))
                .list();
    }

    /** What the platform has lost, payment by payment, the greatest first within a token; nothing when nothing is lost. */
    List<ExposureView> exposures() {
        return jdbc.sql(EXPOSURES)
                .query((row, number) -> new ExposureView(
                        row.getObject("payment_id", UUID.class),
                        row.getObject("purchase_request_id", UUID.class),
                        units(row),
                        row.getString("currency"),
                        row.getLong("chain_id"),
                        show.address(row.getString("token_address")),
                        row.getTimestamp("since").toInstant(),
                        row.getString("actor")))
                .list();
    }

    private static String units(ResultSet row) throws SQLException {
        BigDecimal units = row.getBigDecimal("units");
        return DecimalText.of(units.toBigIntegerExact(), row.getInt("token_decimals"));
    }
}
