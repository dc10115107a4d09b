package io.amanat.query.escrow;

import java.math.BigDecimal;
import java.util.List;

/** The whole ledger at a glance. It balances when every asset adds up to zero over all accounts. */
record TrialBalanceView(List<BalanceView> balances, List<Total> totals, boolean balanced) {
    record Total(String currency, long chainId, String contract, String sum) {}

    static TrialBalanceView of(List<BalanceView> balances, List<Total> totals) {
        boolean balanced = totals.stream().allMatch(total -> new BigDecimal(total.sum()).signum() == 0);
        return new TrialBalanceView(balances, totals, balanced);
    }
}
