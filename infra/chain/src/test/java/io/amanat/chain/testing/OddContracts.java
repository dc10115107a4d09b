package io.amanat.chain.testing;

import io.amanat.chain.evm.Erc20;
import io.amanat.chain.evm.FeeQuote;
import io.amanat.chain.evm.Receipt;
import io.amanat.chain.evm.SendOutcome;
import io.amanat.contract.money.EvmAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Bool;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint8;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;
import tools.jackson.databind.json.JsonMapper;

/** Puts contracts on the test chain that no operator would allow, or only by mistake. The buyer makes them. */
public final class OddContracts {
    private OddContracts() {}

    /**
     * A token of which the buyer has a million.
     *
     * @param feeBps hundredths of a percent that a transfer loses on its way
     * @param hidesFee whether its logs add up to the whole amount all the same
     */
    public static EvmAddress token(TestChain chain, String symbol, int decimals, int feeBps, boolean hidesFee) {
        EvmAddress token = deploy(
                chain,
                "TestOddToken",
                FunctionEncoder.encodeConstructor(List.of(
                        new Utf8String(symbol),
                        new Uint8(BigInteger.valueOf(decimals)),
                        new Uint256(BigInteger.valueOf(feeBps)),
                        new Bool(hidesFee))));
        chain.buyer().send(token, Erc20.mint(chain.buyer().address(), BigInteger.TEN.pow(6 + decimals)));
        chain.mine(1);
        return token;
    }

    /** A contract that makes two transfers in one transaction. */
    public static EvmAddress batch(TestChain chain) {
        return deploy(chain, "TestBatch", "");
    }

    /** Sends the chain's own coin from a new account; mines a block. Answers the transaction's hash. */
    public static String coin(TestChain chain, EvmAddress to, BigInteger wei) {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Credentials wallet = Credentials.create(HexFormat.of().formatHex(key));
        chain.anvil().setBalanceWei(new EvmAddress(wallet.getAddress()), wei.add(BigInteger.TEN.pow(18)));
        FeeQuote fees = chain.client().fees();
        RawTransaction transfer = RawTransaction.createEtherTransaction(
                chain.client().chainId(),
                BigInteger.ZERO,
                BigInteger.valueOf(21_000),
                to.value(),
                wei,
                fees.maxPriorityFeePerGasWei(),
                fees.maxFeePerGasWei());
        String raw = Numeric.toHexString(TransactionEncoder.signMessage(transfer, wallet));
        if (chain.client().send(raw) != SendOutcome.ACCEPTED) {
            throw new IllegalStateException("the chain did not take the coin");
        }
        chain.mine(1);
        return Hash.sha3(raw);
    }

    private static EvmAddress deploy(TestChain chain, String contract, String arguments) {
        String transaction = chain.buyer().send(null, bytecode(contract) + arguments);
        chain.mine(1);
        Receipt receipt = chain.client().receipt(transaction).orElseThrow();
        if (!receipt.succeeded()) {
            throw new IllegalStateException(contract + " was not taken");
        }
        return receipt.contractAddress().orElseThrow();
    }

    private static String bytecode(String contract) {
        String name = "/io/amanat/chain/tokens/" + contract + ".json";
        try (InputStream artifact = OddContracts.class.getResourceAsStream(name)) {
            return JsonMapper.shared().readTree(artifact).get("bytecode").asString();
        } catch (IOException failure) {
            throw new UncheckedIOException(name, failure);
        }
    }
}
