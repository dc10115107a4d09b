package io.amanat.chain.payout;

import io.amanat.chain.custody.Signer;
import io.amanat.chain.payout.PayoutTable.Queue;
import io.amanat.contract.money.EvmAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The accounts that pay out on one chain. Each has its own nonces, so what one of them waits for holds up no other.
 *
 * <p>Which one pays is decided when a payout is signed, and stays: an account whose oldest payout has waited for its block longer than until
 * a replacement comes last, then the shortest queue, then the order of the configuration. Of these the first that has enough tokens and gas.
 */
final class HotAccounts {

    private final List<Signer> signers;
    private final PayoutTable table;
    private final Duration patience;

    HotAccounts(List<Signer> signers, PayoutTable table, Duration patience) {
        this.signers = List.copyOf(signers);
        this.table = table;
        this.patience = patience;
    }

    List<Signer> signers() {
        return signers;
    }

    /** Also those whose key is gone from the configuration: what they have signed is sent and followed all the same. */
    List<EvmAddress> all() {
        return Stream.concat(signers.stream().map(Signer::address), table.accountsUnderway().stream())
                .distinct()
                .toList();
    }

    /** Those that may be given a nonce now: not while it is unknown whether the one before was told. */
    List<Signer> preferred(Instant now) {
        Map<EvmAddress, Queue> queues = table.queues();
        return signers.stream()
                .filter(signer -> !queue(queues, signer).untold())
                .sorted(Comparator.<Signer, Boolean>comparing(
                                signer -> queue(queues, signer).since().isBefore(now.minus(patience)))
                        .thenComparingInt(signer -> queue(queues, signer).waiting()))
                .toList();
    }

    private static Queue queue(Map<EvmAddress, Queue> queues, Signer signer) {
        return queues.getOrDefault(signer.address(), Queue.EMPTY);
    }
}
