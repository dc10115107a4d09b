package io.amanat.chain.quote;

import io.amanat.chain.evm.EvmException;
import io.amanat.chain.evm.JsonRpc;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.escrow.quote.QuoteRule;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.web3j.utils.Numeric;

/**
 * A contract with Chainlink's {@code AggregatorV3Interface}. All of it is read at one block, so that the parts belong together.
 *
 * <p>What is no answer of such a contract, and a node that gives none, is {@link QuoteRule#QUOTE_SOURCE_MISSING}.
 */
final class AggregatorV3 {
    private static final String LATEST_ROUND_DATA = "0xfeaf968c";
    private static final String DECIMALS = "0x313ce567";
    private static final String DESCRIPTION = "0x7284e416";
    private static final int WORD = 32;
    private static final int ROUND_WORDS = 5;

    private final JsonRpc rpc;
    private final EvmAddress contract;

    AggregatorV3(JsonRpc rpc, EvmAddress contract) {
        this.rpc = rpc;
        this.contract = contract;
    }

    /**
     * What the contract says at the newest block.
     *
     * @param chainId that the node says it has
     * @param answer in units of 10⁻ᵈᵉᶜⁱᵐᵃˡˢ US dollars; may be anything that 256 bits with a sign hold
     * @param updatedAt seconds since 1970; 0 for a round that is not complete
     * @param answeredInRound the round in which the answer was found; Chainlink no longer promises more than that it is not below
     *     {@code round} for an answer that was carried over
     */
    record Said(
            long chainId,
            int decimals,
            String description,
            BigInteger round,
            BigInteger answer,
            BigInteger updatedAt,
            BigInteger answeredInRound) {}

    Said ask() {
        try {
            Object head = rpc.call("eth_blockNumber");
            if (!(head instanceof String block) || !(rpc.call("eth_chainId") instanceof String chain)) {
                throw missing("the node does not say its newest block, or its chain");
            }
            byte[] decimals = call(DECIMALS, block, WORD);
            byte[] round = call(LATEST_ROUND_DATA, block, ROUND_WORDS * WORD);
            return new Said(
                    Numeric.toBigInt(chain).longValueExact(),
                    number(decimals, 0)
                            .min(BigInteger.valueOf(Integer.MAX_VALUE))
                            .intValue(),
                    text(call(DESCRIPTION, block, WORD)),
                    number(round, 0),
                    new BigInteger(word(round, 1)),
                    number(round, 3),
                    number(round, 4));
        } catch (EvmException failure) {
            throw missing(String.valueOf(failure.getMessage()));
        }
    }

    EvmAddress contract() {
        return contract;
    }

    private byte[] call(String data, String block, int bytesMin) {
        Object answer = rpc.call("eth_call", Map.of("to", contract.value(), "data", data), block);
        String hex = String.valueOf(answer);
        byte[] bytes = hex.startsWith("0x") ? HexFormat.of().parseHex(hex, 2, hex.length()) : new byte[0];
        if (bytes.length < bytesMin) {
            throw missing("no aggregator answers there");
        }
        return bytes;
    }

    /** Of an ABI string; empty for what is none, which no description equals. */
    private static String text(byte[] abi) {
        if (abi.length < 2 * WORD) {
            return "";
        }
        BigInteger length = number(abi, 1);
        int end = length.min(BigInteger.valueOf(abi.length - 2L * WORD)).intValue();
        return new String(abi, 2 * WORD, end, StandardCharsets.UTF_8);
    }

    private static BigInteger number(byte[] words, int place) {
        return new BigInteger(1, word(words, place));
    }

    private static byte[] word(byte[] words, int place) {
        return Arrays.copyOfRange(words, place * WORD, (place + 1) * WORD);
    }

    private RuleViolated missing(String why) {
        return new RuleViolated(
                QuoteRule.QUOTE_SOURCE_MISSING, "There is no answer of the aggregator " + contract + ": " + why + ".");
    }
}
