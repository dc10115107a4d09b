package io.amanat.chain.evm;

import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.web3j.utils.Numeric;

/**
 * Tries a transfer in the node's memory: balance, transfer, balance, in one block that is never mined. Nothing is sent. A node without
 * {@code eth_simulateV1} is asked for the transfer's own answer only; that a part is kept is then seen when it is mined.
 */
final class TrialRuns {

    private static final String METHOD = "eth_simulateV1";
    private static final int EXECUTION_REVERTED = 3;
    private static final int METHOD_NOT_FOUND = -32601;

    private TrialRuns() {}

    static TrialTransfer transfer(JsonRpc rpc, EvmAddress token, EvmAddress from, EvmAddress to, BigInteger amount) {
        Map<String, String> look = call(from, token, Erc20.balanceOf(to));
        Map<String, String> move = call(from, token, Erc20.transfer(to, amount));
        try {
            List<?> calls = calls(rpc, List.of(look, move, look));
            BigInteger before = Numeric.toBigInt(output(calls.getFirst()));
            BigInteger after = Numeric.toBigInt(output(calls.getLast()));
            return new TrialTransfer(saysNo(output(calls.get(1))), after.subtract(before));
        } catch (NodeRefused refused) {
            if (refused.code() != METHOD_NOT_FOUND) {
                throw refused;
            }
            return new TrialTransfer(saysNo(rpc.ask(Answer.Text.class, "eth_call", move, "latest")), amount);
        }
    }

    private static List<?> calls(JsonRpc rpc, List<Map<String, String>> calls) {
        @Nullable
        Object answer = rpc.call(METHOD, Map.of("blockStateCalls", List.of(Map.of("calls", calls))), "latest");
        return list(object(list(answer).getFirst()).get("calls"));
    }

    /** A token that returns nothing says nothing against it. */
    private static boolean saysNo(String output) {
        return output.length() > "0x".length() && Numeric.toBigInt(output).signum() == 0;
    }

    private static Map<String, String> call(EvmAddress from, EvmAddress to, String data) {
        return Map.of("from", from.value(), "to", to.value(), "input", data);
    }

    private static String output(Object call) {
        Map<?, ?> result = object(call);
        if (!"0x1".equals(result.get("status"))) {
            @Nullable Object error = result.get("error");
            String words = error instanceof Map<?, ?> known ? String.valueOf(known.get("message")) : "";
            throw new NodeRefused(METHOD, EXECUTION_REVERTED, "execution reverted: " + words);
        }
        return String.valueOf(result.get("returnData"));
    }

    private static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list && !list.isEmpty()) {
            return list;
        }
        throw new NodeUnavailable(METHOD, "an answer of another shape");
    }

    private static Map<?, ?> object(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new NodeUnavailable(METHOD, "an answer of another shape");
    }
}
