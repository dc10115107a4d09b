package io.amanat.chain.evm;

import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.EthLog;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.utils.Numeric;

/** Reads the node's answers into our own types. */
final class Answer {

    private static final int WORD_HEX_LENGTH = 66;

    private Answer() {}

    /** An answer that is one text, quantities included. */
    static final class Text extends Response<String> {}

    /** An answer of which only the presence counts. */
    static final class Any extends Response<Object> {}

    static String hex(long number) {
        return Numeric.toHexStringWithPrefix(BigInteger.valueOf(number));
    }

    static Optional<Block> block(EthBlock answer) {
        EthBlock.@Nullable Block block = answer.getBlock();
        return Optional.ofNullable(block)
                .map(found -> new Block(
                        found.getNumber().longValueExact(),
                        found.getHash(),
                        found.getParentHash(),
                        Instant.ofEpochSecond(found.getTimestamp().longValueExact()),
                        bloom(found.getLogsBloom())));
    }

    private static LogsBloom bloom(@Nullable String hex) {
        return hex == null ? LogsBloom.BLANK : LogsBloom.of(hex);
    }

    static Receipt receipt(TransactionReceipt receipt) {
        BigInteger price = Numeric.toBigInt(receipt.getEffectiveGasPrice());
        return new Receipt(
                receipt.getTransactionHash(),
                receipt.getBlockNumber().longValueExact(),
                receipt.getBlockHash(),
                receipt.isStatusOK(),
                receipt.getGasUsed().multiply(price),
                transfersOf(receipt.getLogs()),
                Optional.ofNullable(receipt.getContractAddress()).map(EvmAddress::new));
    }

    static List<TokenTransfer> transfers(EthLog answer) {
        @Nullable List<EthLog.LogResult<?>> results = answer.getLogs();
        if (results == null) {
            throw new NodeUnavailable("eth_getLogs", "no result");
        }
        List<Log> logs = new ArrayList<>();
        for (EthLog.LogResult<?> result : results) {
            logs.add((Log) result.get());
        }
        return transfersOf(logs);
    }

    /** Transactions with a value and a recipient. */
    static List<NativeTransfer> values(EthBlock answer) {
        EthBlock.@Nullable Block block = answer.getBlock();
        if (block == null) {
            throw new NodeUnavailable("eth_getBlockByNumber", "no such block");
        }
        List<NativeTransfer> found = new ArrayList<>();
        for (EthBlock.TransactionResult<?> result : block.getTransactions()) {
            EthBlock.TransactionObject transaction = (EthBlock.TransactionObject) result.get();
            @Nullable String to = transaction.getTo();
            if (to != null && transaction.getValue().signum() > 0) {
                found.add(new NativeTransfer(
                        new EvmAddress(transaction.getFrom()),
                        new EvmAddress(to),
                        transaction.getValue(),
                        block.getNumber().longValueExact(),
                        transaction.getHash(),
                        transaction.getTransactionIndex().longValueExact()));
            }
        }
        return found;
    }

    static List<TokenTransfer> transfersOf(List<Log> logs) {
        return logs.stream().filter(Answer::isTransfer).map(Answer::transfer).toList();
    }

    /** Two indexed addresses and one word; an ERC-721 transfer has the same first topic, but a fourth one. */
    private static boolean isTransfer(Log log) {
        return !log.isRemoved()
                && log.getTopics().size() == 3
                && log.getTopics().getFirst().equals(Erc20.TRANSFER_TOPIC)
                && log.getData().length() == WORD_HEX_LENGTH;
    }

    private static TokenTransfer transfer(Log log) {
        return new TokenTransfer(
                new EvmAddress(log.getAddress()),
                addressIn(log.getTopics().get(1)),
                addressIn(log.getTopics().get(2)),
                Numeric.toBigInt(log.getData()),
                log.getBlockNumber().longValueExact(),
                log.getBlockHash(),
                log.getTransactionHash(),
                log.getLogIndex().longValueExact());
    }

    private static EvmAddress addressIn(String topic) {
        return new EvmAddress("0x" + topic.substring(topic.length() - 40));
    }
}
