package io.amanat.api.reconciliation;

import io.amanat.api.web.CommandContext;
import io.amanat.api.web.Commands;
import io.amanat.api.web.Commands.IdAnswer;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.reconciliation.Reconciliations;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers when the report is stored; what it says is asked with GET. */
@RestController
@RequestMapping(AccessTable.BASE + "/reconciliations")
class ReconciliationController {
    private final Reconciliations reconciliations;
    private final Commands commands;

    ReconciliationController(Reconciliations reconciliations, Commands commands) {
        this.reconciliations = reconciliations;
        this.commands = commands;
    }

    @PostMapping
    ResponseEntity<IdAnswer> run(
            @Valid @RequestBody(required = false) @Nullable ReconciliationBody body, CommandContext context) {
        UUID id = context.newId("reconciliation");
        reconciliations.run(
                id,
                body == null ? null : body.chainId(),
                context.requireCaller().actor());
        return commands.created("/reconciliations/" + id, new IdAnswer(id));
    }

    /** @param chainId the chain to compare; the first one when it is missing */
    record ReconciliationBody(@Positive @Nullable Long chainId) {}
}
