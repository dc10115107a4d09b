package io.amanat.chain.testing;

import io.amanat.chain.local.DevAccounts;
import io.amanat.chain.local.DevWallet;
import io.amanat.contract.money.EvmAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Int256;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint8;
import org.web3j.abi.datatypes.generated.Uint80;
import org.web3j.utils.Numeric;
import tools.jackson.databind.json.JsonMapper;

/** A price feed with Chainlink's AggregatorV3Interface that says what it is told. Each change mines a block. */
public final class Aggregator {
    private final TestChain chain;
    private final DevWallet deployer;
    private final EvmAddress address;
    private final int decimals;

    private Aggregator(TestChain chain, DevWallet deployer, EvmAddress address, int decimals) {
        this.chain = chain;
        this.deployer = deployer;
        this.address = address;
        this.decimals = decimals;
    }

    /** A new contract; it has no round yet. */
    public static Aggregator deploy(TestChain chain, int decimals, String description) {
        DevWallet deployer = new DevWallet(chain.client(), DevAccounts.DEPLOYER);
        String hash = deployer.send(null, creation(decimals, description));
        chain.mine(1);
        EvmAddress address = chain.client()
                .receipt(hash)
                .flatMap(receipt -> receipt.contractAddress())
                .orElseThrow(() -> new AssertionError("The chain did not take the aggregator"));
        return new Aggregator(chain, deployer, address, decimals);
    }

    public EvmAddress address() {
        return address;
    }

    /** Any round, with any answer in plain decimal text, at any time. */
    public void round(long round, String price, Instant updatedAt) {
        round(round, price, updatedAt, round);
    }

    /** As {@link #round(long, String, Instant)}, with an answer of another round. */
    public void round(long round, String price, Instant updatedAt, long answeredInRound) {
        String hash = deployer.send(address, telling(decimals, round, price, updatedAt, answeredInRound));
        chain.mine(1);
        if (!chain.client().receipt(hash).orElseThrow().succeeded()) {
            throw new AssertionError("The aggregator did not take the round");
        }
    }

    /** What to send to nobody to make one. */
    public static String creation(int decimals, String description) {
        String arguments = FunctionEncoder.encodeConstructor(
                List.of(new Uint8(BigInteger.valueOf(decimals)), new Utf8String(description)));
        return bytecode() + Numeric.cleanHexPrefix(arguments);
    }

    /** What to send to one so that it says this. */
    public static String telling(int decimals, long round, String price, Instant updatedAt, long answeredInRound) {
        return FunctionEncoder.encode(new Function(
                "tell",
                List.of(
                        new Uint80(round),
                        new Int256(units(price, decimals)),
                        new Uint256(updatedAt.getEpochSecond()),
                        new Uint80(answeredInRound)),
                List.of()));
    }

    private static BigInteger units(String price, int decimals) {
        return new BigDecimal(price).movePointRight(decimals).toBigIntegerExact();
    }

    private static String bytecode() {
        try (InputStream artifact = Aggregator.class.getResourceAsStream("/io/amanat/chain/tokens/Aggregator.json")) {
            if (artifact == null) {
                throw new IllegalStateException("Run node compile.mjs in infra/chain/node");
            }
            return JsonMapper.shared().readTree(artifact).get("bytecode").asString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
