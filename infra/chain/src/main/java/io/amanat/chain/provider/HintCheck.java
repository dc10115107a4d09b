package io.amanat.chain.provider;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.EvmException;
import io.amanat.chain.evm.Receipt;
import io.amanat.chain.evm.TokenTransfer;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.money.EvmAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks one chain whether what a webhook says is so. */
final class HintCheck {
    private final @Nullable EvmClient client;
    private final AllowedTokens tokens;
    private final Destinations destinations;

    /** @param client absent when there is no chain: then it is silent */
    HintCheck(@Nullable EvmClient client, AllowedTokens tokens, Destinations destinations) {
        this.client = client;
        this.tokens = tokens;
        this.destinations = destinations;
    }

    Outcome of(Hint hint) {
        EvmAddress said = hint.destination();
        Optional<PaymentId> named = said == null ? Optional.empty() : destinations.ownerOf(said);
        if (said != null && named.isEmpty()) {
            return new Outcome(Outcome.Kind.UNKNOWN_PAYMENT, null);
        }
        if (hint.transactions().isEmpty()) {
            return outcome(Outcome.Kind.NOTHING_TO_CHECK, named);
        }
        if (client == null) {
            return outcome(Outcome.Kind.CHAIN_SILENT, named);
        }
        try {
            return asked(client, hint, named);
        } catch (EvmException silent) {
            return outcome(Outcome.Kind.CHAIN_SILENT, named);
        }
    }

    private Outcome asked(EvmClient node, Hint hint, Optional<PaymentId> named) {
        Optional<PaymentId> found = named;
        for (String transaction : hint.transactions()) {
            Optional<Receipt> receipt = node.receipt(transaction).filter(Receipt::succeeded);
            if (receipt.isEmpty()) {
                return outcome(Outcome.Kind.NOT_ON_CHAIN, named);
            }
            List<Arrival> arrivals = arrivals(receipt.get());
            if (arrivals.isEmpty()) {
                Outcome.Kind kind = named.isEmpty() ? Outcome.Kind.UNKNOWN_PAYMENT : Outcome.Kind.NOT_ON_CHAIN;
                return outcome(kind, named);
            }
            Optional<PaymentId> wanted = named;
            Optional<Arrival> meant = arrivals.stream()
                    .filter(arrival -> wanted.map(arrival.payment()::equals).orElse(true))
                    .filter(arrival -> fits(hint, arrival))
                    .findFirst();
            if (meant.isEmpty()) {
                return outcome(Outcome.Kind.CONTRADICTS_CHAIN, named);
            }
            found = Optional.of(meant.get().payment());
        }
        return outcome(Outcome.Kind.ON_CHAIN, found);
    }

    private List<Arrival> arrivals(Receipt receipt) {
        List<Arrival> arrivals = new ArrayList<>();
        for (TokenTransfer transfer : receipt.transfers()) {
            if (tokens.of(transfer.token()).isPresent() && transfer.amount().signum() > 0) {
                destinations
                        .ownerOf(transfer.to())
                        .ifPresent(payment -> arrivals.add(new Arrival(payment, transfer.to())));
            }
        }
        return arrivals;
    }

    private static boolean fits(Hint hint, Arrival arrival) {
        String reference = hint.reference();
        return reference == null
                || reference.equals(
                        RequestReference.of(arrival.payment(), arrival.to()).value());
    }

    private static Outcome outcome(Outcome.Kind kind, Optional<PaymentId> payment) {
        return new Outcome(kind, payment.map(PaymentId::value).orElse(null));
    }

    private record Arrival(PaymentId payment, EvmAddress to) {}
}
