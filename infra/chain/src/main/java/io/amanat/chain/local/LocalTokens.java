package io.amanat.chain.local;

import io.amanat.chain.evm.Erc20;
import io.amanat.chain.evm.EvmClient;
import io.amanat.contract.money.EvmAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import org.web3j.crypto.ContractUtils;
import org.web3j.utils.Numeric;
import tools.jackson.databind.json.JsonMapper;

/**
 * The token contracts of the local chain. Deployer and nonces are fixed, so their addresses are the same on every local chain.
 */
public final class LocalTokens {

    /** A standard ERC-20 with 6 decimals. */
    public static final EvmAddress USDC = contractOfNonce(0);

    /** 6 decimals; {@code transfer} returns nothing, like the real one. */
    public static final EvmAddress USDT = contractOfNonce(1);

    private static final List<String> CONTRACTS = List.of("TestUsdc", "TestUsdt");

    private LocalTokens() {}

    /**
     * Deploys what is not there yet. Done again after a crash at any line it goes on where it stopped.
     *
     * @param mine mines a block
     */
    static void deploy(EvmClient client, Runnable mine, Consumer<String> progress) {
        DevWallet deployer = new DevWallet(client, DevAccounts.DEPLOYER);
        for (int nonce = 0; nonce < CONTRACTS.size(); nonce++) {
            if (!client.hasCode(contractOfNonce(nonce))) {
                String contract = CONTRACTS.get(nonce);
                progress.accept("Deploying " + contract + " at " + contractOfNonce(nonce));
                deployer.send(nonce, null, bytecodeOf(contract));
                mine.run();
                if (!client.hasCode(contractOfNonce(nonce))) {
                    throw new LocalChainUnavailable("The local chain did not take the contract " + contract + ".");
                }
            }
        }
    }

    /** Makes tokens out of nothing; returns the transaction's hash. */
    public static String mint(EvmClient client, EvmAddress token, EvmAddress to, BigInteger amount) {
        return new DevWallet(client, DevAccounts.DEPLOYER).send(token, Erc20.mint(to, amount));
    }

    static String bytecodeOf(String contract) {
        String name = "/io/amanat/chain/tokens/" + contract + ".json";
        try (InputStream artifact = LocalTokens.class.getResourceAsStream(name)) {
            if (artifact == null) {
                throw new IllegalStateException("Not packed with this app: " + name);
            }
            return JsonMapper.shared().readTree(artifact).get("bytecode").asString();
        } catch (IOException failure) {
            throw new UncheckedIOException(name, failure);
        }
    }

    private static EvmAddress contractOfNonce(int nonce) {
        EvmAddress deployer = DevAccounts.DEPLOYER.address();
        return new EvmAddress(Numeric.toHexString(ContractUtils.generateContractAddress(
                Numeric.hexStringToByteArray(deployer.value()), BigInteger.valueOf(nonce))));
    }
}
