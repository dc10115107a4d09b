package io.amanat.query.reconciliation;

import io.amanat.contract.access.AccessTable;
import io.amanat.query.web.Cursors;
import io.amanat.query.web.Limit;
import io.amanat.query.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For everybody who has an account: a proof that only we may look at proves nothing. */
@RestController
@RequestMapping(AccessTable.BASE + "/solvency-proofs")
class SolvencyProofsController {
    private final SolvencyRows proofs;

    SolvencyProofsController(SolvencyRows proofs) {
        this.proofs = proofs;
    }

    @GetMapping
    Page<SolvencyProofView> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        int size = Limit.of(limit);
        return Page.cut(
                proofs.list(Cursors.seen(cursor), size + 1),
                size,
                proof -> new Cursors.Seen(proof.at(), proof.id()).encoded());
    }

    @GetMapping("/{proofId}")
    SolvencyProofView one(@PathVariable UUID proofId) {
        return proofs.one(proofId);
    }
}
