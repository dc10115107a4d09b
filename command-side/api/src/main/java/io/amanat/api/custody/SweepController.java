package io.amanat.api.custody;

import io.amanat.api.validation.ReasonBody;
import io.amanat.api.web.CommandContext;
import io.amanat.api.web.Commands;
import io.amanat.api.web.Commands.IdAnswer;
import io.amanat.api.web.Sealer;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.custody.Sweeps;
import io.amanat.contract.custody.Sweeps.Handed;
import io.amanat.contract.custody.Sweeps.Taken;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An admin plans and hands back, a guard approves. What is to be signed, and what became of it, is asked with GET. */
@RestController
@RequestMapping(AccessTable.BASE + "/sweep-batches")
class SweepController {
    private static final int TRANSACTIONS_MAX = 200;

    private final Sweeps sweeps;
    private final Commands commands;
    private final Sealer sealer;

    SweepController(Sweeps sweeps, Commands commands, Sealer sealer) {
        this.sweeps = sweeps;
        this.commands = commands;
        this.sealer = sealer;
    }

    @PostMapping
    ResponseEntity<IdAnswer> plan(
            @Valid @RequestBody(required = false) @Nullable SweepPlanBody body, CommandContext context) {
        UUID id = context.newId("sweep batch");
        sweeps.plan(
                id,
                body == null ? null : body.chainId(),
                context.requireCaller().actor());
        return commands.created("/sweep-batches/" + id, new IdAnswer(id));
    }

    @PostMapping("/{batchId}/approval")
    ResponseEntity<IdAnswer> approve(
            @PathVariable UUID batchId, @Valid @RequestBody ReasonBody body, CommandContext context) {
        sweeps.approve(batchId, context.requireCaller().actor(), sealer.seal(context.userId(), body.reason()));
        return commands.accepted(new IdAnswer(batchId));
    }

    @PostMapping("/{batchId}/cancellation")
    ResponseEntity<IdAnswer> cancel(
            @PathVariable UUID batchId, @Valid @RequestBody ReasonBody body, CommandContext context) {
        sweeps.cancel(batchId, context.requireCaller().actor(), sealer.seal(context.userId(), body.reason()));
        return commands.accepted(new IdAnswer(batchId));
    }

    @PostMapping("/{batchId}/signed-transactions")
    HandBackAnswer handBack(@PathVariable UUID batchId, @Valid @RequestBody HandBackBody body, CommandContext context) {
        return new HandBackAnswer(sweeps.handBack(
                batchId, body.transactions(), context.requireCaller().actor()));
    }

    /** @param chainId the chain to sweep; the first one when it is missing */
    record SweepPlanBody(@Positive @Nullable Long chainId) {}

    /** What an operator signed elsewhere; some or all of a batch. */
    record HandBackBody(
            @Size(min = 1, max = TRANSACTIONS_MAX) List<Handed> transactions) {}

    /** One item for each, in their order: taken, or refused with the field that is not as instructed. */
    record HandBackAnswer(List<Taken> items) {}
}
