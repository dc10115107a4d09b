package io.amanat.query.escrow;

import io.amanat.query.view.Presentation;
import io.amanat.query.view.TokenAmountView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every move of one payment's money, and where it is now. */
record PaymentLedgerView(UUID paymentId, List<Entry> entries, List<BalanceView> balances) {
    /**
     * @param debit the account that the amount left
     * @param credit the account that it entered
     * @param reason a short code, on adjustments
     * @param actor who caused it; only staff sees it
     */
    record Entry(
            UUID id,
            String type,
            String debit,
            String credit,
            TokenAmountView amount,
            @Nullable String reason,
            @Nullable String txHash,
            @Nullable String actor,
            Instant occurredAt,
            long position) {
        static Entry of(LedgerEntryRow row, boolean staff, Presentation show) {
            return new Entry(
                    row.id,
                    row.entryType,
                    row.debitAccount,
                    row.creditAccount,
                    show.amount(row.amountUnits, row.currency, row.chainId, row.tokenAddress, row.tokenDecimals),
                    row.reason,
                    row.txHash,
                    staff ? row.actor : null,
                    row.occurredAt,
                    row.position);
        }
    }
}
