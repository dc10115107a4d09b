package io.amanat.chain.evm;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.amanat.contract.money.EvmAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The filter object of {@code eth_getLogs} for ERC-20 transfers; a block hash and a range exclude each other (EIP-234). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LogFilter(
        @Nullable String fromBlock,
        @Nullable String toBlock,
        @Nullable String blockHash,
        @Nullable Collection<String> address,
        List<@Nullable Object> topics) {

    static LogFilter ofRange(long from, long to, Collection<EvmAddress> tokens, Collection<EvmAddress> recipients) {
        bounded(from, to);
        return new LogFilter(Answer.hex(from), Answer.hex(to), null, named(tokens), topics(recipients));
    }

    static LogFilter ofAnyToken(long from, long to, Collection<EvmAddress> recipients) {
        bounded(from, to);
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("Name the recipients");
        }
        return new LogFilter(Answer.hex(from), Answer.hex(to), null, null, topics(recipients));
    }

    static LogFilter ofBlock(String blockHash, Collection<EvmAddress> tokens, Collection<EvmAddress> recipients) {
        return new LogFilter(null, null, blockHash, named(tokens), topics(recipients));
    }

    private static void bounded(long from, long to) {
        if (from < 0 || to < from || to - from >= EvmClient.LOG_RANGE_BLOCKS_MAX) {
            throw new IllegalArgumentException("Blocks " + from + " to " + to + " are no range of 1 to "
                    + EvmClient.LOG_RANGE_BLOCKS_MAX + " blocks");
        }
    }

    static LogFilter ofSenders(long from, long to, Collection<EvmAddress> tokens, Collection<EvmAddress> senders) {
        LogFilter toAnybody = ofRange(from, to, tokens, List.of());
        List<@Nullable Object> topics = new ArrayList<>(toAnybody.topics());
        topics.add(senders.stream().map(LogFilter::topic).toList());
        return new LogFilter(toAnybody.fromBlock(), toAnybody.toBlock(), null, toAnybody.address(), topics);
    }

    private static Collection<String> named(Collection<EvmAddress> tokens) {
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("Name the token contracts");
        }
        return tokens.stream().map(EvmAddress::value).toList();
    }

    private static List<@Nullable Object> topics(Collection<EvmAddress> recipients) {
        if (recipients.size() > EvmClient.RECIPIENTS_MAX) {
            throw new IllegalArgumentException(
                    recipients.size() + " recipients are more than " + EvmClient.RECIPIENTS_MAX);
        }
        List<@Nullable Object> topics = new ArrayList<>();
        topics.add(Erc20.TRANSFER_TOPIC);
        if (!recipients.isEmpty()) {
            topics.add(null);
            topics.add(recipients.stream().map(LogFilter::topic).toList());
        }
        return topics;
    }

    static String topic(EvmAddress address) {
        return "0x" + "0".repeat(24) + address.value().substring(2);
    }
}
