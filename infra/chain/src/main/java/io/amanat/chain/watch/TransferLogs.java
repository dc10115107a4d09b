package io.amanat.chain.watch;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.evm.Block;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.TokenTransfer;
import io.amanat.contract.money.EvmAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Transfers of allowed tokens to given recipients, by what arrived, with the time of their block. Transfers of nothing are left out. */
final class TransferLogs {

    private final EvmClient client;
    private final AllowedTokens tokens;
    private final Arrived arrived;

    TransferLogs(EvmClient client, AllowedTokens tokens) {
        this.client = client;
        this.tokens = tokens;
        this.arrived = new Arrived(client);
    }

    List<Timed> inBlock(Block block, List<EvmAddress> recipients) {
        return arrived
                .in(block, found(recipients, some -> client.transfersInBlock(block.hash(), tokens.contracts(), some)))
                .stream()
                .map(transfer -> new Timed(transfer, block.timestamp()))
                .toList();
    }

    List<Timed> inRange(long from, long to, List<EvmAddress> recipients) {
        Map<Long, List<TokenTransfer>> blocks = new TreeMap<>();
        for (TokenTransfer transfer : found(recipients, some -> client.transfers(from, to, tokens.contracts(), some))) {
            blocks.computeIfAbsent(transfer.blockNumber(), _ -> new ArrayList<>())
                    .add(transfer);
        }
        List<Timed> timed = new ArrayList<>();
        blocks.forEach((number, said) -> {
            Block block = block(number);
            arrived.in(block, said).forEach(transfer -> timed.add(new Timed(transfer, block.timestamp())));
        });
        return timed;
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

    record Timed(TokenTransfer transfer, Instant blockTime) {}
}
