package io.amanat.contract.escrow;

import io.amanat.contract.money.AssetAmount;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger: {@code amount} leaves {@code debit} and enters {@code credit}. So every row balances by construction, and
 * an account's balance is what entered minus what left.
 *
 * @param reason a short code, present on adjustments
 */
public record Posting(
        LedgerEntryType type,
        LedgerAccount debit,
        LedgerAccount credit,
        AssetAmount amount,
        @Nullable String reason) {
    public Posting {
        if (!amount.positive()) {
            throw new IllegalArgumentException("a posting moves more than zero");
        }
        if (debit == credit) {
            throw new IllegalArgumentException("a posting moves money between two accounts");
        }
    }
}
