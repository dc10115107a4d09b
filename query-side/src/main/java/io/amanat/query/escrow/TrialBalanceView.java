package io.amanat.query.escrow;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole ledger at a glance. It balances when every asset adds up to zero over all accounts.
 *
 * @param position the rows of events up to here count
 * @param at only those count that had happened by then; absent when no instant was asked for
 */
record TrialBalanceView(
        List<BalanceView> balances,
        List<Total> totals,
        boolean balanced,
        long position,
        @Nullable Instant at) {
    record Total(String currency, long chainId, String contract, String sum) {}

    static TrialBalanceView of(List<BalanceView> balances, List<Total> totals, long position, @Nullable Instant at) {
        boolean balanced = totals.stream().allMatch(total -> new BigDecimal(total.sum()).signum() == 0);
        return new TrialBalanceView(balances, totals, balanced, position, at);
    }
}
