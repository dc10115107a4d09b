package io.amanat.app.money;

import io.amanat.chain.evm.Receipt;
import io.amanat.chain.testing.OddContracts;
import io.amanat.chain.testing.TestChain;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.EvmAddress;
import java.util.List;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.generated.Uint256;

/** A contract that pays two at once, as an exchange does. */
final class Batch {
    private final TestChain chain;
    private final Asset asset;
    private final EvmAddress contract;

    Batch(TestChain chain, Asset asset) {
        this.chain = chain;
        this.asset = asset;
        this.contract = OddContracts.batch(chain);
    }

    /** The transaction's hash; a block must be mined yet. */
    String pay(EvmAddress first, String toFirst, EvmAddress second, String toSecond) {
        Receipt funded = chain.pay(
                asset.contract(),
                contract,
                asset.amount(toFirst).plus(asset.amount(toSecond)).units());
        if (!funded.succeeded()) {
            throw new IllegalStateException("the batch has no money");
        }
        return chain.buyer()
                .send(
                        contract,
                        FunctionEncoder.encode(new Function(
                                "pay",
                                List.of(
                                        new Address(asset.contract().value()),
                                        new Address(first.value()),
                                        new Uint256(asset.amount(toFirst).units()),
                                        new Address(second.value()),
                                        new Uint256(asset.amount(toSecond).units())),
                                List.of())));
    }
}
