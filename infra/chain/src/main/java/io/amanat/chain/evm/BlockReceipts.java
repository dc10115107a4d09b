package io.amanat.chain.evm;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.core.methods.response.EthGetBlockReceipts;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.core.methods.response.TransactionReceipt;

/**
 * All receipts of one block: the way to its logs that goes by no filter, and so by no limit of results.
 *
 * @param transfers every ERC-20 transfer in it, of whatever contract, in chain order
 * @param bloom made from all its logs: if it is the header's, no log is missing
 */
public record BlockReceipts(List<TokenTransfer> transfers, LogsBloom bloom) {

    private static final String METHOD = "eth_getBlockReceipts";
    private static final int METHOD_NOT_FOUND = -32601;

    public BlockReceipts {
        transfers = List.copyOf(transfers);
    }

    /** Empty if the node has no such method. */
    static Optional<BlockReceipts> ask(JsonRpc rpc, String blockHash) {
        @Nullable List<TransactionReceipt> receipts;
        try {
            receipts = rpc.send(EthGetBlockReceipts.class, METHOD, blockHash).getResult();
        } catch (NodeRefused refused) {
            if (unknownMethod(refused)) {
                return Optional.empty();
            }
            throw refused;
        }
        if (receipts == null) {
            throw new NodeUnavailable(METHOD, "no receipts of a block that it has shown");
        }
        List<Log> logs =
                receipts.stream().flatMap(receipt -> receipt.getLogs().stream()).toList();
        return Optional.of(new BlockReceipts(Answer.transfersOf(logs), bloomOf(logs)));
    }

    private static LogsBloom bloomOf(List<Log> logs) {
        LogsBloom bloom = LogsBloom.BLANK;
        for (Log log : logs) {
            bloom = bloom.with(log.getAddress());
            for (String topic : log.getTopics()) {
                bloom = bloom.with(topic);
            }
        }
        return bloom;
    }

    private static boolean unknownMethod(NodeRefused refused) {
        String words = refused.reason().toLowerCase(Locale.ROOT);
        return refused.code() == METHOD_NOT_FOUND
                || words.contains("method not found")
                || words.contains("unsupported method");
    }
}
