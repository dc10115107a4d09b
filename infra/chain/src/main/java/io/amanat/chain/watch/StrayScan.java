package io.amanat.chain.watch;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.NativeTransfer;
import io.amanat.chain.evm.TokenTransfer;
import io.amanat.contract.CommandSender;
import io.amanat.contract.Origin;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.escrow.PaymentCommand.ObserveStray;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.escrow.StrayKind;
import io.amanat.contract.escrow.StrayTransfer;
import io.amanat.contract.money.EvmAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks through confirmed blocks for what is no money here but was sent to our addresses: tokens that are not on the list, and the
 * chain's own coin. It follows far enough behind that nothing needs to be taken back.
 *
 * <p>Told before the position moves, so a crash tells again, and a payment that knows it does nothing.
 */
final class StrayScan {

    /** Blocks per round; each is fetched with its transactions. Behind by more, the rounds catch up. */
    private static final int BLOCKS_PER_ROUND_MAX = 100;

    private static final Logger log = LoggerFactory.getLogger(StrayScan.class);
    private static final String ACTOR = "provider:" + PaymentProvider.AMN_SCANNER.wire();

    private final EvmClient client;
    private final AllowedTokens tokens;
    private final Destinations destinations;
    private final StrayCheckpoint checkpoint;
    private final CommandSender sender;

    StrayScan(
            EvmClient client,
            AllowedTokens tokens,
            Destinations destinations,
            StrayCheckpoint checkpoint,
            CommandSender sender) {
        this.client = client;
        this.tokens = tokens;
        this.destinations = destinations;
        this.checkpoint = checkpoint;
        this.sender = sender;
    }

    /**
     * Looks through what is new.
     *
     * @param confirmedUpTo the newest block that has its confirmations; below zero before there is one
     */
    void advance(long confirmedUpTo) {
        if (confirmedUpTo < 0) {
            return;
        }
        long from = checkpoint.orBeginAt(confirmedUpTo) + 1;
        long to = Math.min(confirmedUpTo, from + BLOCKS_PER_ROUND_MAX - 1);
        if (to < from) {
            return;
        }
        List<EvmAddress> recipients = destinations.all();
        if (!recipients.isEmpty()) {
            strays(from, to, recipients).forEach(this::tell);
        }
        checkpoint.moveTo(to);
    }

    private List<Found> strays(long from, long to, List<EvmAddress> recipients) {
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < recipients.size(); i += EvmClient.RECIPIENTS_MAX) {
            int end = Math.min(recipients.size(), i + EvmClient.RECIPIENTS_MAX);
            client.transfersOfAnyToken(from, to, recipients.subList(i, end)).stream()
                    .filter(transfer -> tokens.of(transfer.token()).isEmpty()
                            && transfer.amount().signum() > 0)
                    .map(this::token)
                    .forEach(found::add);
        }
        Set<EvmAddress> ours = Set.copyOf(recipients);
        for (long number = from; number <= to; number++) {
            client.nativeTransfers(number, ours).stream()
                    .filter(transfer -> !destinations.gasOfOurs(transfer.transactionHash()))
                    .map(this::coin)
                    .forEach(found::add);
        }
        return found;
    }

    private Found token(TokenTransfer transfer) {
        return new Found(
                transfer.to(),
                new StrayTransfer(
                        StrayKind.UNKNOWN_TOKEN,
                        tokens.chainId(),
                        transfer.transactionHash(),
                        transfer.logIndex(),
                        transfer.token(),
                        transfer.from(),
                        transfer.amount().toString(),
                        transfer.blockNumber()));
    }

    private Found coin(NativeTransfer transfer) {
        return new Found(
                transfer.to(),
                new StrayTransfer(
                        StrayKind.NATIVE_COIN,
                        tokens.chainId(),
                        transfer.transactionHash(),
                        transfer.index(),
                        null,
                        transfer.from(),
                        transfer.wei().toString(),
                        transfer.blockNumber()));
    }

    /** A payment that is not open yet refuses; the address is not shown to anybody before, so that is not waited for. */
    private void tell(Found found) {
        Destinations.Owner owner = destinations.ownerOf(found.to());
        try {
            sender.send(
                    new ObserveStray(owner.paymentId(), found.stray()),
                    new Origin(ACTOR, "system", owner.requestId().toString(), Map.of()));
        } catch (RuleViolated refused) {
            log.warn("Payment {} was not told of a stray: {}", owner.paymentId(), refused.getMessage());
        }
    }

    private record Found(EvmAddress to, StrayTransfer stray) {}
}
