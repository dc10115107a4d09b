package io.amanat.chain.watch;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.screening.ScreeningGate;
import io.amanat.chain.watch.Observation.State;
import io.amanat.contract.CommandSender;
import io.amanat.contract.Origin;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PaymentCommand;
import io.amanat.contract.escrow.PaymentCommand.ConfirmTransfer;
import io.amanat.contract.escrow.PaymentCommand.ObserveTransfer;
import io.amanat.contract.escrow.PaymentCommand.RetractTransfer;
import io.amanat.contract.escrow.PaymentCommand.SetTransferAside;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.money.Asset;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells payments what was seen: retractions first, then sightings, then confirmations. A command is sent before its row is marked,
 * so a crash repeats it, and a payment that knows it already does nothing.
 *
 * <p>A refusal loses nothing: the row stays and is tried again later. The one exception is a transfer in an asset that the payment
 * does not take, which no repetition changes.
 */
final class ObservationReporter {

    static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(ObservationReporter.class);
    private static final String WAITS_FOR_A_GUARD = "The safety check holds it until a guard decides.";
    private static final String ACTOR = "provider:" + PaymentProvider.AMN_SCANNER.wire();

    private final EvmClient client;
    private final FurtherNodes further;
    private final AllowedTokens tokens;
    private final Observations observations;
    private final CommandSender sender;
    private final ScreeningGate gate;
    private final IntSupplier confirmations;
    private final Clock clock;

    ObservationReporter(
            EvmClient client,
            FurtherNodes further,
            AllowedTokens tokens,
            Observations observations,
            CommandSender sender,
            ScreeningGate gate,
            IntSupplier confirmations,
            Clock clock) {
        this.client = client;
        this.further = further;
        this.tokens = tokens;
        this.observations = observations;
        this.sender = sender;
        this.gate = gate;
        this.confirmations = confirmations;
        this.clock = clock;
    }

    /**
     * Tells what is due.
     *
     * @param readUpTo the checkpoint's block number; confirmations count from there, not from a head that was not read
     */
    void report(long readUpTo) {
        Instant now = clock.instant();
        observations.toRetract(now).forEach(this::retract);
        observations.toReport(now).forEach(this::observe);
        for (Observation reported : observations.toConfirm(readUpTo - confirmations.getAsInt() + 1, now)) {
            if (stillStands(reported)) {
                confirm(reported, Math.toIntExact(readUpTo - reported.blockNumber() + 1));
            }
        }
    }

    private void retract(Observation orphaned) {
        try {
            send(orphaned, new RetractTransfer(orphaned.paymentId(), orphaned.key(), orphaned.blockHash()));
            observations.retracted(orphaned);
        } catch (RuntimeException failure) {
            postpone(orphaned, failure);
        }
    }

    private void observe(Observation seen) {
        Optional<ObservedTransfer> transfer = transfer(seen);
        if (transfer.isEmpty()) {
            return;
        }
        try {
            send(seen, new ObserveTransfer(seen.paymentId(), transfer.get()));
            observations.became(State.REPORTED, seen);
        } catch (RuleViolated refused) {
            if (refused.rule() == EscrowRule.A_TRANSFER_GOES_TO_ITS_DESTINATION) {
                log.warn(
                        "Transfer {} is ignored by payment {}: {}", seen.key(), seen.paymentId(), refused.getMessage());
                observations.ignored(seen, String.valueOf(refused.getMessage()));
            } else {
                postpone(seen, refused);
            }
        } catch (RuntimeException failure) {
            postpone(seen, failure);
        }
    }

    /** What the safety check does not let pass is set aside; what it holds is asked about again, and nothing is told meanwhile. */
    private void confirm(Observation reported, int confirmed) {
        Optional<ObservedTransfer> transfer = transfer(reported);
        if (transfer.isEmpty()) {
            return;
        }
        try {
            switch (gate.ask(reported.paymentId(), reported.requestId(), transfer.get(), origin(reported))) {
                case PASSED, CLEARED -> {
                    send(
                            reported,
                            new ConfirmTransfer(reported.paymentId(), reported.key(), confirmed, reported.blockTime()));
                    observations.became(State.CONFIRMED, reported);
                }
                case REJECTED -> {
                    send(reported, new SetTransferAside(reported.paymentId(), reported.key()));
                    observations.became(State.CONFIRMED, reported);
                }
                case HELD -> observations.postponed(reported, clock.instant().plus(RETRY_AFTER), WAITS_FOR_A_GUARD);
            }
        } catch (RuleViolated refused) {
            if (refused.rule() == EscrowRule.ONLY_DETECTED_TRANSFERS_ARE_CONFIRMED) {
                observations.became(State.SEEN, reported);
            }
            postpone(reported, refused);
        } catch (RuntimeException failure) {
            postpone(reported, failure);
        }
    }

    /** Asked once more, of the transaction itself and of every node: the block may have left the chain since it was read. */
    private boolean stillStands(Observation reported) {
        return client.receipt(reported.key().txHash())
                        .filter(receipt ->
                                receipt.succeeded() && receipt.blockHash().equals(reported.blockHash()))
                        .isPresent()
                && further.stands(reported.key(), reported.blockHash());
    }

    /** Empty, and postponed, when its token is no longer one of ours. */
    private Optional<ObservedTransfer> transfer(Observation seen) {
        Optional<Asset> asset = tokens.of(seen.token());
        if (asset.isEmpty()) {
            postpone(seen, "Its token " + seen.token() + " is no longer configured.");
        }
        return asset.map(token -> new ObservedTransfer(
                seen.key(), seen.from(), seen.to(), token.units(seen.amount()), seen.blockNumber(), seen.blockHash()));
    }

    private void send(Observation about, PaymentCommand command) {
        sender.send(command, origin(about));
    }

    private static Origin origin(Observation about) {
        return new Origin(ACTOR, "system", about.requestId().toString(), Map.of());
    }

    /** Whatever it was, it must not keep the other transfers waiting. */
    private void postpone(Observation observation, RuntimeException failure) {
        postpone(observation, String.valueOf(failure.getMessage()));
    }

    private void postpone(Observation observation, String why) {
        log.warn("Payment {} could not be told of transfer {}: {}", observation.paymentId(), observation.key(), why);
        observations.postponed(observation, clock.instant().plus(RETRY_AFTER), why);
    }
}
