package io.amanat.chain.payout;

import io.amanat.chain.payout.Payout.MinedIn;
import io.amanat.chain.payout.Payout.Told;
import io.amanat.contract.CommandSender;
import io.amanat.contract.Origin;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.CustodyTransferCommand;
import io.amanat.contract.custody.CustodyTransferCommand.RecordBroadcast;
import io.amanat.contract.custody.CustodyTransferCommand.RecordFailure;
import io.amanat.contract.custody.CustodyTransferCommand.RecordFinal;
import io.amanat.contract.custody.CustodyTransferCommand.RecordMined;
import io.amanat.contract.custody.CustodyTransferCommand.RecordReplaced;
import io.amanat.contract.custody.CustodyTransferCommand.RecordSigned;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells custody transfers how far their payouts are, step by step and none left out. The command goes before its mark: a crash
 * repeats it, and the transfer knows it already. Mined again in another block, after a reorg, it is told so again; of another version
 * it is told from the beginning.
 */
final class PayoutReporter {

    /** How long a transfer rests that its custody transfer does not let be signed, such as one that a guard holds. */
    static final Duration REST_WHEN_HELD = Duration.ofSeconds(15);

    static final Duration RETRY_AFTER = Duration.ofSeconds(3);

    private static final Logger log = LoggerFactory.getLogger(PayoutReporter.class);

    private final PayoutTable table;
    private final CommandSender sender;
    private final Clock clock;

    PayoutReporter(PayoutTable table, CommandSender sender, Clock clock) {
        this.table = table;
        this.sender = sender;
        this.clock = clock;
    }

    /** What fails for one is tried again a little later and does not keep the others waiting. */
    void report() {
        table.untold(clock.instant()).forEach(this::report);
    }

    private void report(Payout payout) {
        try {
            Told told = payout.told();
            if (payout.replacedUntold()) {
                tell(payout, new RecordReplaced(payout.transferId(), payout.attempt(), payout.requireSigned()));
                table.told(payout, Told.SIGNED);
                told = Told.SIGNED;
            }
            for (Told step : path(payout)) {
                if (step.compareTo(told) > 0) {
                    tell(payout, command(payout, step));
                    table.told(payout, step);
                }
            }
        } catch (RuleViolated refused) {
            String why = refused.rule().code() + ": " + refused.getMessage();
            log.warn("Transfer {} is {} and could not be told so: {}", payout.transferId(), payout.state(), why);
            // Only bytes of which nobody knows are given up; for the rest this is a sentence in the table.
            table.postponed(payout, clock.instant().plus(RETRY_AFTER), why);
            table.unsigned(payout, clock.instant().plus(REST_WHEN_HELD), why);
        } catch (RuntimeException unknown) {
            log.warn(
                    "Whether transfer {} knows that it is {} is unknown", payout.transferId(), payout.state(), unknown);
            table.postponed(
                    payout,
                    clock.instant().plus(RETRY_AFTER),
                    "It could not be told that it is " + payout.state() + ": " + unknown.getMessage());
        }
    }

    /** Gas goes the same steps, and nobody waits to hear of it: sweeps look whether it is there. */
    private void tell(Payout payout, CustodyTransferCommand command) {
        switch (payout.kind()) {
            case PAYOUT -> sender.send(command, Origin.system("custody-worker", payout.requestId()));
            case GAS -> log.debug("Gas {}: {}", payout.transferId(), payout.state());
        }
    }

    private static List<Told> path(Payout payout) {
        return switch (payout.state()) {
            case QUEUED -> List.of();
            case SIGNED -> List.of(Told.SIGNED);
            case BROADCAST -> List.of(Told.SIGNED, Told.BROADCAST);
            case MINED -> List.of(Told.SIGNED, Told.BROADCAST, Told.MINED);
            case FINAL -> List.of(Told.SIGNED, Told.BROADCAST, Told.MINED, Told.FINAL);
            case REVERTED -> List.of(Told.SIGNED, Told.BROADCAST, Told.MINED, Told.FAILED);
            case ABANDONED -> List.of(Told.FAILED);
        };
    }

    private static CustodyTransferCommand command(Payout payout, Told step) {
        return switch (step) {
            case NOTHING -> throw new IllegalArgumentException("nothing is not told");
            case SIGNED -> new RecordSigned(payout.transferId(), payout.attempt(), payout.requireSigned());
            case BROADCAST -> new RecordBroadcast(payout.transferId(), payout.attempt());
            case MINED -> {
                MinedIn block = payout.requireMined();
                yield new RecordMined(payout.transferId(), payout.attempt(), block.blockNumber(), block.blockHash());
            }
            case FINAL -> {
                MinedIn block = payout.requireMined();
                yield new RecordFinal(payout.transferId(), payout.attempt(), block.blockNumber(), block.blockHash());
            }
            case FAILED -> new RecordFailure(payout.transferId(), payout.attempt(), String.valueOf(payout.failure()));
        };
    }
}
