package io.amanat.query.escrow;

import io.amanat.contract.access.AccessTable;
import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.query.web.Filters;
import io.amanat.query.web.Page;
import io.amanat.query.web.QueryProblem;
import io.amanat.query.web.QueryRefusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(AccessTable.BASE + "/ledger")
class LedgerController {
    private final LedgerQueries ledger;
    private final WriteOffs writeOffs;
    private final TrialBalances trialBalances;

    LedgerController(LedgerQueries ledger, WriteOffs writeOffs, TrialBalances trialBalances) {
        this.ledger = ledger;
        this.writeOffs = writeOffs;
        this.trialBalances = trialBalances;
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

    @GetMapping("/write-offs")
    Page<WriteOffView> writeOffs() {
        return Page.whole(writeOffs.all());
    }

    /** As of {@code position} or {@code at}, both included; as of now without either. */
    @GetMapping("/trial-balance")
    TrialBalanceView trialBalance(
            @RequestParam(required = false) @Nullable String position,
            @RequestParam(required = false) @Nullable String at) {
        Long upTo = Filters.number("position", position);
        Instant until = Filters.instant("at", at);
        if (upTo != null && until != null) {
            throw new QueryProblem(QueryRefusal.FILTER_INVALID, "Ask for a position or for an instant, not for both.");
        }
        if (upTo != null) {
            return trialBalances.upTo(upTo);
        }
        return until == null ? trialBalances.now() : trialBalances.at(until);
    }
}
