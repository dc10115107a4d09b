package io.amanat.chain.testing;

import io.amanat.chain.evm.Erc20;
import io.amanat.chain.local.DevAccounts;
import io.amanat.chain.local.DevWallet;
import io.amanat.contract.money.EvmAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.Bool;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.generated.Uint256;
import tools.jackson.databind.json.JsonMapper;

/** A token contract of its own that behaves oddly when told to. Each change mines a block. */
public final class OddToken {

    private final TestChain chain;
    private final DevWallet deployer;
    private final EvmAddress address;

    private OddToken(TestChain chain, DevWallet deployer, EvmAddress address) {
        this.chain = chain;
        this.deployer = deployer;
        this.address = address;
    }

    /** A new contract. */
    public static OddToken deploy(TestChain chain, int decimals) {
        DevWallet deployer = new DevWallet(chain.client(), DevAccounts.DEPLOYER);
        String hash = deployer.send(null, bytecode() + "%064x".formatted(decimals));
        chain.mine(1);
        EvmAddress address = chain.client()
                .receipt(hash)
                .flatMap(receipt -> receipt.contractAddress())
                .orElseThrow(() -> new AssertionError("The chain did not take the odd token"));
        return new OddToken(chain, deployer, address);
    }

    public EvmAddress address() {
        return address;
    }

    /** Makes tokens out of nothing; in the smallest unit. */
    public void mint(EvmAddress to, BigInteger amount) {
        tell(Erc20.mint(to, amount));
    }

    public void pause(boolean on) {
        tell("setPaused", new Bool(on));
    }

    public void blacklist(EvmAddress account, boolean on) {
        tell("setBlacklisted", new Address(account.value()), new Bool(on));
    }

    /** Whether {@code transfer} returns false and moves nothing. */
    public void sayNo(boolean on) {
        tell("setSaysNo", new Bool(on));
    }

    /** How many basis points of what it moves it keeps. */
    public void takeFeeBps(int bps) {
        tell("setFeeBps", new Uint256(bps));
    }

    @SuppressWarnings("rawtypes") // web3j's own signature
    private void tell(String function, Type... arguments) {
        tell(FunctionEncoder.encode(new Function(function, List.of(arguments), List.of())));
    }

    private void tell(String data) {
        String hash = deployer.send(address, data);
        chain.mine(1);
        if (!chain.client().receipt(hash).orElseThrow().succeeded()) {
            throw new AssertionError("The odd token did not obey");
        }
    }

    private static String bytecode() {
        try (InputStream artifact = OddToken.class.getResourceAsStream("/io/amanat/chain/tokens/OddToken.json")) {
            if (artifact == null) {
                throw new IllegalStateException("Run node compile.mjs in infra/chain/node");
            }
            return JsonMapper.shared().readTree(artifact).get("bytecode").asString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
