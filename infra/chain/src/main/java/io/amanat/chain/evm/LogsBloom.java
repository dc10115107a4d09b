package io.amanat.chain.evm;

import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.web3j.crypto.Hash;
import org.web3j.utils.Numeric;

/**
 * What a header says of the logs of its block: the 2048 bits of Ethereum's yellow paper. What it does not hold is in no log of the block; what
 * it holds may be there, or share its bits with something else. Some chains leave it empty: then {@link #blank()}, and it says nothing.
 */
public record LogsBloom(BigInteger bits) {

    static final LogsBloom BLANK = new LogsBloom(BigInteger.ZERO);

    /** Hashing is the whole cost, and the same addresses are asked for in every block. */
    private static final ConcurrentMap<String, BigInteger> KNOWN = new ConcurrentHashMap<>();

    private static final int KNOWN_MAX = 1_000_000;
    private static final int BIT_MASK = 2047;

    static LogsBloom of(String hex) {
        return new LogsBloom(Numeric.toBigInt(hex));
    }

    public boolean blank() {
        return bits.signum() == 0;
    }

    /** False if surely no ERC-20 transfer of this token to this recipient is in the block. */
    public boolean mayHoldTransfer(EvmAddress token, EvmAddress to) {
        return holds(Erc20.TRANSFER_TOPIC) && holds(token.value()) && holds(LogFilter.topic(to));
    }

    LogsBloom with(String hex) {
        return new LogsBloom(bits.or(bitsOf(hex)));
    }

    private boolean holds(String hex) {
        BigInteger wanted = bitsOf(hex);
        return bits.and(wanted).equals(wanted);
    }

    private static BigInteger bitsOf(String hex) {
        BigInteger known = KNOWN.get(hex);
        if (known != null) {
            return known;
        }
        byte[] hash = Hash.sha3(Numeric.hexStringToByteArray(hex));
        BigInteger three = BigInteger.ZERO;
        for (int pair = 0; pair < 6; pair += 2) {
            three = three.setBit((((hash[pair] & 0xff) << 8) | (hash[pair + 1] & 0xff)) & BIT_MASK);
        }
        if (KNOWN.size() < KNOWN_MAX) {
            KNOWN.put(hex, three);
        }
        return three;
    }
}
