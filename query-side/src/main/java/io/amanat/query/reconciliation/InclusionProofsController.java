package io.amanat.query.reconciliation;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.access.Caller;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.Scope;
import io.amanat.query.web.Page;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A trade's place in the latest proofs, for its buyer, its seller and reviewers. Another's trade is as one that is not there. */
@RestController
@RequestMapping(AccessTable.BASE + "/payments/{paymentId}/inclusion-proofs")
class InclusionProofsController {
    private final SolvencyRows proofs;
    private final JdbcClient jdbc;

    InclusionProofsController(SolvencyRows proofs, JdbcClient jdbc) {
        this.proofs = proofs;
        this.jdbc = jdbc;
    }

    @GetMapping
    Page<InclusionProofView> inclusions(@AuthenticationPrincipal Caller caller, @PathVariable UUID paymentId) {
        if (!mayRead(caller, paymentId)) {
            throw new RuleViolated(EscrowRule.NO_SUCH_PAYMENT);
        }
        return Page.whole(proofs.inclusions(paymentId));
    }

    private boolean mayRead(Caller caller, UUID payment) {
        boolean reviewer = caller.role() == Role.ADMIN || caller.scopes().contains(Scope.AUDIT_READ);
        return jdbc.sql("select exists (select from payments where id = :id and (:all or :me in (buyer_id,"
                        + " seller_id)))")
                .param("id", payment)
                .param("all", reviewer)
                .param("me", reviewer ? payment : caller.requireUserId().value())
                .query(Boolean.class)
                .single();
    }
}
