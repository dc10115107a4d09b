package io.amanat.chain.watch;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.evm.Block;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.NodeRefused;
import io.amanat.chain.evm.TokenTransfer;
import io.amanat.contract.money.EvmAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one node says of transfers of allowed tokens to given recipients, in chain order. Transfers of nothing are left out.
 *
 * <p>A block that is asked for by its hash is checked by its {@link Completeness}. A range is asked for as a whole and in two halves: if
 * these are not the same, or one half holds as much as the whole, or the node refuses so much at once, it is halved again, in the end to
 * blocks. So a node that cuts long
 * answers is found out; one that always leaves out the same transfer of an old block is not.
 */
final class TransferLogs {

    private final EvmClient client;
    private final AllowedTokens tokens;
    private final Completeness completeness;

    TransferLogs(EvmClient client, AllowedTokens tokens) {
        this.client = client;
        this.tokens = tokens;
        this.completeness = new Completeness(client, tokens);
    }

    long incompleteAnswers() {
        return completeness.incompleteAnswers();
    }

    List<TokenTransfer> inBlock(Block block, List<EvmAddress> recipients) {
        List<TokenTransfer> said =
                found(recipients, some -> client.transfersInBlock(block.hash(), tokens.contracts(), some));
        return completeness.of(block, said, recipients);
    }

    /** @param from with {@code to} at most {@link EvmClient#LOG_RANGE_BLOCKS_MAX} blocks */
    List<TokenTransfer> inRange(long from, long to, List<EvmAddress> recipients) {
        return found(recipients, some -> range(from, to, some));
    }

    /** Up to {@code count} blocks before this one; fewer if the node has no more. */
    List<Block> headersBefore(Block block, int count) {
        List<Block> headers = new ArrayList<>();
        for (long number = block.number() - 1; number >= 0 && headers.size() < count; number--) {
            Optional<Block> header = client.blockByNumber(number);
            if (header.isEmpty()) {
                break;
            }
            headers.add(header.get());
        }
        return headers;
    }

    private List<TokenTransfer> range(long from, long to, List<EvmAddress> some) {
        if (from == to) {
            return inBlock(block(from), some);
        }
        Optional<List<TokenTransfer>> whole = asked(from, to, some);
        if (whole.isPresent() && whole.get().isEmpty()) {
            return List.of();
        }
        long middle = from + (to - from) / 2;
        if (whole.isPresent()) {
            Optional<List<TokenTransfer>> first = asked(from, middle, some);
            Optional<List<TokenTransfer>> second = asked(middle + 1, to, some);
            if (first.isPresent()
                    && second.isPresent()
                    && first.get().size() < whole.get().size()
                    && second.get().size() < whole.get().size()
                    && both(first.get(), second.get()).equals(whole.get())) {
                return whole.get();
            }
        }
        return both(range(from, middle, some), range(middle + 1, to, some));
    }

    /** Empty if the node refuses so much; it may do so with any words. */
    private Optional<List<TokenTransfer>> asked(long from, long to, List<EvmAddress> some) {
        try {
            return Optional.of(client.transfers(from, to, tokens.contracts(), some));
        } catch (NodeRefused tooMuch) {
            return Optional.empty();
        }
    }

    private static List<TokenTransfer> both(List<TokenTransfer> first, List<TokenTransfer> second) {
        List<TokenTransfer> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    private List<TokenTransfer> found(
            List<EvmAddress> recipients, Function<List<EvmAddress>, List<TokenTransfer>> question) {
        List<TokenTransfer> found = new ArrayList<>();
        if (tokens.assets().isEmpty()) {
            return found;
        }
        for (int i = 0; i < recipients.size(); i += EvmClient.RECIPIENTS_MAX) {
            int end = Math.min(recipients.size(), i + EvmClient.RECIPIENTS_MAX);
            for (TokenTransfer transfer : question.apply(recipients.subList(i, end))) {
                if (transfer.amount().signum() > 0) {
                    found.add(transfer);
                }
            }
        }
        return found;
    }

    private Block block(long number) {
        return client.blockByNumber(number)
                .orElseThrow(() -> new IllegalStateException("The node does not show block " + number + "."));
    }
}
