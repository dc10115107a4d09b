package io.amanat.chain.evm;

import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.util.List;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.FunctionReturnDecoder;
import org.web3j.abi.TypeReference;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Uint256;

/** Call data of the ERC-20 functions that we use. Nothing here decodes what transfer returns: some tokens return nothing. */
public final class Erc20 {

    /** keccak256("Transfer(address,address,uint256)"). */
    static final String TRANSFER_TOPIC = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";

    private Erc20() {}

    /**
     * A transfer.
     *
     * @param amount in the smallest unit, not negative
     */
    public static String transfer(EvmAddress to, BigInteger amount) {
        return encode("transfer", new Address(to.value()), new Uint256(amount));
    }

    /** Of the two local test tokens only; the sender must be their owner. */
    public static String mint(EvmAddress to, BigInteger amount) {
        return encode("mint", new Address(to.value()), new Uint256(amount));
    }

    static String balanceOf(EvmAddress holder) {
        return encode("balanceOf", new Address(holder.value()));
    }

    static String decimals() {
        return encode("decimals");
    }

    static String symbol() {
        return encode("symbol");
    }

    /** The text in an answer; empty if there is none. */
    @SuppressWarnings({"rawtypes", "unchecked"}) // web3j's own signature
    static String text(String answer) {
        List<TypeReference<Type>> shape = List.of((TypeReference) TypeReference.create(Utf8String.class));
        List<Type> decoded = FunctionReturnDecoder.decode(answer, shape);
        return decoded.isEmpty() ? "" : String.valueOf(decoded.getFirst().getValue());
    }

    @SuppressWarnings("rawtypes") // web3j's own signature
    private static String encode(String name, Type... arguments) {
        return FunctionEncoder.encode(new Function(name, List.of(arguments), List.of()));
    }
}
