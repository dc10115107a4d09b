package io.amanat.domain.custody.screening;

import io.amanat.contract.custody.screening.ListCategory;
import io.amanat.contract.custody.screening.Opinion;
import io.amanat.contract.custody.screening.RuleEngine;
import io.amanat.contract.custody.screening.ScreeningInputs;
import io.amanat.contract.custody.screening.ScreeningRules;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transfer of 100 USDC about which nothing is wrong, one fact changed at a time. */
record Facts(
        String amount,
        List<ListCategory> listings,
        String windowAmount,
        int windowTransfers,
        @Nullable Integer sentBefore,
        @Nullable Opinion opinion,
        List<String> unanswered) {
    static final EvmAddress SENDER = new EvmAddress("0x" + "ab".repeat(20));
    static final Asset USDC = new Asset(31_337, new EvmAddress("0x" + "cd".repeat(20)), Currency.USDC, 6);
    static final Facts CLEAN = new Facts("100", List.of(), "0", 0, null, null, List.of());
    static final ScreeningRules RULES = rules(List.of(), 0);

    static ScreeningRules rules(List<EvmAddress> tokensOnHold, int senderAgeBlocksMin) {
        return new ScreeningRules(
                RuleEngine.CURRENT,
                tokensOnHold,
                List.of(Money.of("1000", Currency.USDC), Money.of("10", Currency.USDT)),
                List.of(Money.of("5000", Currency.USDC)),
                3,
                24,
                senderAgeBlocksMin);
    }

    Facts amount(String changed) {
        return new Facts(changed, listings, windowAmount, windowTransfers, sentBefore, opinion, unanswered);
    }

    Facts listed(ListCategory... changed) {
        return new Facts(amount, List.of(changed), windowAmount, windowTransfers, sentBefore, opinion, unanswered);
    }

    Facts window(String changedAmount, int changedTransfers) {
        return new Facts(amount, listings, changedAmount, changedTransfers, sentBefore, opinion, unanswered);
    }

    Facts sentBefore(int changed) {
        return new Facts(amount, listings, windowAmount, windowTransfers, changed, opinion, unanswered);
    }

    Facts opinion(Opinion changed) {
        return new Facts(amount, listings, windowAmount, windowTransfers, sentBefore, changed, unanswered);
    }

    Facts unanswered(String... changed) {
        return new Facts(amount, listings, windowAmount, windowTransfers, sentBefore, opinion, List.of(changed));
    }

    ScreeningInputs of(Asset asset) {
        return new ScreeningInputs(
                SENDER,
                asset.amount(amount),
                "2026-03-01T12:00:00Z/abc",
                listings,
                asset.amount(windowAmount),
                windowTransfers,
                sentBefore,
                opinion,
                unanswered);
    }

    ScreeningInputs inputs() {
        return of(USDC);
    }
}
