package io.amanat.query.escrow;

import io.amanat.contract.EventPositions;
import io.amanat.contract.money.DecimalText;
import io.amanat.query.QuerySettings;
import io.amanat.query.view.Presentation;
import io.amanat.query.web.QueryProblem;
import io.amanat.query.web.QueryRefusal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The whole ledger as of any point of the log. The ledger only grows and each of its rows names the event that it follows from, so what
 * it was is the sum of the rows up to there: the same question about the past has the same answer for ever.
 */
@Component
class TrialBalances {
    private static final String UP_TO = """
        with counted as (
            select * from funds_ledger_entries
            where (cast(:position as bigint) is null or position <= cast(:position as bigint))
              and (cast(:at as timestamptz) is null or occurred_at <= cast(:at as timestamptz)))
        select account::text as account, currency::text as currency, chain_id, token_address, token_decimals, sum(units) as units
        from (select credit_account as account, currency, chain_id, token_address, token_decimals, amount_units as units from counted
              union all
              select debit_account, currency, chain_id, token_address, token_decimals, -amount_units from counted) as moved
        group by account, currency, chain_id, token_address, token_decimals
        order by chain_id, token_address, moved.account
        """;

    private final JdbcClient jdbc;
    private final EventPositions positions;
    private final QuerySettings settings;
    private final Presentation show;

    TrialBalances(JdbcClient jdbc, EventPositions positions, QuerySettings settings, Presentation show) {
        this.jdbc = jdbc;
        this.positions = positions;
        this.settings = settings;
        this.show = show;
    }

    private record Asset(String currency, long chainId, String contract, int decimals) {}

    private record Balance(String account, Asset asset, BigInteger units) {}

    /** As far as the read tables are now. */
    TrialBalanceView now() {
        long projected = positions.projected();
        return asOf(null, null, projected);
    }

    /** With the rows of every event up to {@code position}, included; waits for a bounded time until they are all there. */
    TrialBalanceView upTo(long position) {
        if (position > positions.head()) {
            throw new QueryProblem(QueryRefusal.POSITION_BEYOND_HEAD);
        }
        await(position);
        return asOf(position, null, position);
    }

    /** With the rows of every event that had happened by then, included, as the events' own times tell. */
    TrialBalanceView at(Instant instant) {
        long head = positions.head();
        await(head);
        return asOf(null, instant, head);
    }

    private void await(long position) {
        long reached = positions.awaitProjected(position, settings.positionWait());
        if (reached < position) {
            throw new QueryProblem(QueryRefusal.PROJECTION_BEHIND);
        }
    }

    private TrialBalanceView asOf(@Nullable Long position, @Nullable Instant at, long known) {
        List<Balance> balances = jdbc.sql(UP_TO)
                .param("position", position == null ? null : position.toString())
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC).toString())
                .query((row, _) -> new Balance(
                        Objects.requireNonNull(row.getString("account")),
                        new Asset(
                                Objects.requireNonNull(row.getString("currency")),
                                row.getLong("chain_id"),
                                Objects.requireNonNull(row.getString("token_address")),
                                row.getInt("token_decimals")),
                        row.getBigDecimal("units").toBigIntegerExact()))
                .list();
        Map<Asset, BigInteger> sums = new LinkedHashMap<>();
        balances.forEach(balance -> sums.merge(balance.asset(), balance.units(), BigInteger::add));
        List<TrialBalanceView.Total> totals = new ArrayList<>();
        sums.forEach((asset, sum) -> totals.add(new TrialBalanceView.Total(
                asset.currency(),
                asset.chainId(),
                show.address(asset.contract()),
                DecimalText.of(sum, asset.decimals()))));
        return TrialBalanceView.of(balances.stream().map(this::view).toList(), totals, known, at);
    }

    private BalanceView view(Balance balance) {
        Asset asset = balance.asset();
        return new BalanceView(
                balance.account(),
                DecimalText.of(balance.units(), asset.decimals()),
                asset.currency(),
                asset.chainId(),
                show.address(asset.contract()));
    }
}
