package io.amanat.query.escrow;

import io.amanat.contract.access.AccessTable;
import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.query.web.Filters;
import io.amanat.query.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(AccessTable.BASE + "/ledger")
class LedgerController {
    private final LedgerQueries ledger;

    LedgerController(LedgerQueries ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/balances")
    Page<BalanceView> balances(
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String chainId,
            @RequestParam(required = false) @Nullable String contract) {
        Filters.wires(LedgerAccount.class, "account", account == null ? null : List.of(account));
        return Page.whole(ledger.balances(null, account, Filters.number("chainId", chainId), contract));
    }

    @GetMapping("/exposures")
    Page<ExposureView> exposures() {
        return Page.whole(ledger.exposures());
    }

    /** Both sums look at the same instant of the ledger. */
    @GetMapping("/trial-balance")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    TrialBalanceView trialBalance() {
        return TrialBalanceView.of(ledger.balances(null, null, null, null), ledger.totals());
    }
}
