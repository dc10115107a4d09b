package io.amanat.chain.sweep;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.deposit.JdbcDestinationAllocator;
import io.amanat.contract.CommandSender;
import io.amanat.contract.Origin;
import io.amanat.contract.custody.DestinationCommand.RecordSweep;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.money.Asset;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells destinations what was swept from them. The command goes before its mark: a crash repeats it, and the destination knows it already. */
final class SweepReporter {

    static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(SweepReporter.class);

    private final AllowedTokens tokens;
    private final SweepTable table;
    private final CommandSender sender;
    private final Clock clock;

    SweepReporter(AllowedTokens tokens, SweepTable table, CommandSender sender, Clock clock) {
        this.tokens = tokens;
        this.table = table;
        this.sender = sender;
        this.clock = clock;
    }

    /** What fails for one is tried again a little later and does not keep the others waiting. */
    void report() {
        table.unrecorded(clock.instant()).forEach(this::report);
    }

    private void report(Sweep sweep) {
        Optional<Asset> asset = tokens.of(sweep.token());
        if (asset.isEmpty()) {
            later(sweep, "Its token " + sweep.token() + " is no longer configured.");
            return;
        }
        try {
            sender.send(
                    new RecordSweep(
                            JdbcDestinationAllocator.idOf(sweep.paymentId()),
                            new TransferKey(
                                    sweep.chainId(), sweep.requireSigned().txHash(), sweep.requireLogIndex()),
                            sweep.to(),
                            asset.get().units(sweep.amount())),
                    Origin.system("sweeps", sweep.requestId()));
            table.recorded(sweep);
        } catch (RuntimeException unknown) {
            log.warn("Whether the destination of sweep {} knows of it is unknown", sweep.id(), unknown);
            later(sweep, "Its destination could not be told: " + unknown.getMessage());
        }
    }

    private void later(Sweep sweep, String why) {
        table.troubled(sweep, clock.instant().plus(RETRY_AFTER), why);
    }
}
