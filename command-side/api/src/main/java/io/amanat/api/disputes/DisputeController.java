package io.amanat.api.disputes;

import io.amanat.api.trade.Trades;
import io.amanat.api.web.CommandContext;
import io.amanat.api.web.Commands;
import io.amanat.api.web.Commands.IdAnswer;
import io.amanat.api.web.Sealer;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.disputes.DisputeCommand;
import io.amanat.contract.disputes.DisputeCommand.AddEvidence;
import io.amanat.contract.disputes.DisputeCommand.AddTimelineEntry;
import io.amanat.contract.disputes.DisputeCommand.ResolveDispute;
import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.disputes.Evidence;
import io.amanat.contract.identity.Role;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(AccessTable.BASE + "/disputes/{disputeId}")
class DisputeController {
    private final Commands commands;
    private final Trades trades;
    private final Sealer sealer;

    DisputeController(Commands commands, Trades trades, Sealer sealer) {
        this.commands = commands;
        this.trades = trades;
        this.sealer = sealer;
    }

    @PostMapping("/evidence")
    ResponseEntity<IdAnswer> addEvidence(
            @PathVariable UUID disputeId, @Valid @RequestBody EvidenceBody body, CommandContext context) {
        UUID evidenceId = context.newId("evidence");
        Evidence evidence = new Evidence(evidenceId, sealer.seal(context.userId(), body.note()), body.sha256());
        send(new AddEvidence(new DisputeId(disputeId), context.userId(), resolver(context), evidence), context);
        return commands.accepted(new IdAnswer(evidenceId));
    }

    @PostMapping("/timeline-entries")
    ResponseEntity<IdAnswer> addTimelineEntry(
            @PathVariable UUID disputeId, @Valid @RequestBody NoteBody body, CommandContext context) {
        UUID entryId = context.newId("timeline-entry");
        var note = sealer.seal(context.userId(), body.note());
        send(
                new AddTimelineEntry(new DisputeId(disputeId), context.userId(), resolver(context), entryId, note),
                context);
        return commands.accepted(new IdAnswer(entryId));
    }

    @PostMapping("/resolution")
    ResponseEntity<IdAnswer> resolve(
            @PathVariable UUID disputeId, @Valid @RequestBody ResolutionBody body, CommandContext context) {
        DisputeId dispute = new DisputeId(disputeId);
        var ruling = body.rulingIn(trades.assetOf(dispute));
        var rationale = sealer.seal(context.userId(), body.rationale());
        send(new ResolveDispute(dispute, context.userId(), ruling, rationale), context);
        return commands.accepted(dispute);
    }

    private void send(DisputeCommand command, CommandContext context) {
        commands.send(command, context.origin(trades.of(command.disputeId())));
    }

    private static boolean resolver(CommandContext context) {
        return context.requireCaller().role() == Role.RESOLVER;
    }
}
