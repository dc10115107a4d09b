package io.amanat.chain.provider;

import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.web3j.utils.Numeric;

/**
 * {@code TransferWithReferenceAndFee} as Request Network's ERC20FeeProxy logs it. Amounts are in the token's smallest unit.
 *
 * @param referenceTopic the hash of the payment reference
 * @param amount moved to {@code to}; the fee is not part of it
 */
record FeeProxyEvent(
        String txHash,
        String referenceTopic,
        EvmAddress token,
        EvmAddress to,
        BigInteger amount,
        BigInteger fee,
        EvmAddress feeAddress) {

    /** The Keccak-256 hash of {@code TransferWithReferenceAndFee(address,address,uint256,bytes,uint256,address)}. */
    static final String TOPIC = "0x9f16cbcc523c67a60c450e5ffe4f3b7b6dbe772e7abcadb2686ce029a9a0a2b6";

    private static final int WORD = 64;
    private static final int WORDS = 5;

    /** Those of a node's answer to {@code eth_getLogs}; what does not have the form is left out. */
    static List<FeeProxyEvent> read(@Nullable Object answer) {
        List<FeeProxyEvent> events = new ArrayList<>();
        if (answer instanceof List<?> logs) {
            for (Object log : logs) {
                if (log instanceof Map<?, ?> fields
                        && fields.get("topics") instanceof List<?> topics
                        && topics.size() == 2
                        && TOPIC.equals(topics.getFirst())) {
                    String data = Numeric.cleanHexPrefix(String.valueOf(fields.get("data")));
                    if (data.length() == WORDS * WORD) {
                        events.add(read(String.valueOf(fields.get("transactionHash")), topics, data));
                    }
                }
            }
        }
        return events;
    }

    private static FeeProxyEvent read(String txHash, List<?> topics, String data) {
        return new FeeProxyEvent(
                txHash,
                String.valueOf(topics.get(1)),
                address(data, 0),
                address(data, 1),
                number(data, 2),
                number(data, 3),
                address(data, 4));
    }

    private static EvmAddress address(String data, int word) {
        return new EvmAddress("0x" + data.substring(word * WORD + WORD - 40, (word + 1) * WORD));
    }

    private static BigInteger number(String data, int word) {
        return new BigInteger(data.substring(word * WORD, (word + 1) * WORD), 16);
    }
}
