package io.amanat.chain.provider;

import io.amanat.chain.evm.JsonRpc;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one contract whose word about a payment reference counts. Anybody can deploy another that logs the same, so only its address is asked for.
 *
 * @param feeAddress where a fee may go
 */
record FeeProxy(JsonRpc rpc, EvmAddress address, @Nullable EvmAddress feeAddress) {

    /** Of a transfer that stands in this block: what the contract said in its transaction. */
    Finding about(Transfer transfer, RequestReference reference) {
        List<FeeProxyEvent> said = events(transfer.blockHash()).stream()
                .filter(event -> event.txHash().equals(transfer.txHash())
                        && event.token().equals(transfer.token())
                        && event.to().equals(transfer.to())
                        && event.amount().equals(transfer.amount()))
                .toList();
        return said.stream()
                .filter(event -> event.referenceTopic().equals(reference.topic()))
                .findFirst()
                .map(this::referenced)
                .orElseGet(() -> said.isEmpty() ? Finding.UNREFERENCED : Finding.OTHER_REFERENCE);
    }

    private Finding referenced(FeeProxyEvent event) {
        boolean expected = event.fee().signum() == 0 || Objects.equals(event.feeAddress(), feeAddress);
        return new Finding(
                expected ? Finding.Kind.REFERENCED : Finding.Kind.OTHER_FEE_ADDRESS, event.fee(), event.feeAddress());
    }

    private List<FeeProxyEvent> events(String blockHash) {
        return FeeProxyEvent.read(rpc.call(
                "eth_getLogs",
                Map.of("blockHash", blockHash, "address", address.value(), "topics", List.of(FeeProxyEvent.TOPIC))));
    }

    /** A token transfer to one of our addresses; the amount is in the smallest unit, as its log says. */
    record Transfer(String txHash, String blockHash, EvmAddress token, EvmAddress to, BigInteger amount) {}
}
