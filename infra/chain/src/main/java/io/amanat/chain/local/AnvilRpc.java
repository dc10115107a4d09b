package io.amanat.chain.local;

import io.amanat.chain.evm.JsonRpc;
import io.amanat.contract.money.EvmAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.web3j.utils.Numeric;

/** What only anvil can do: mining, time, snapshots, reorgs. Throws what {@link io.amanat.chain.evm.EvmClient} throws. */
public final class AnvilRpc implements AutoCloseable {

    private final JsonRpc rpc;

    public AnvilRpc(String url, Duration callTimeout) {
        this.rpc = new JsonRpc(url, callTimeout);
    }

    /** Mines a block with what waits, even if nothing does. */
    public void mine() {
        rpc.call("evm_mine");
    }

    /** Mines this many blocks. */
    public void mine(int blocks) {
        rpc.call("anvil_mine", Numeric.toHexStringWithPrefix(BigInteger.valueOf(blocks)));
    }

    /** Turns on or off that each transaction is mined at once. */
    public void automine(boolean on) {
        rpc.call("evm_setAutomine", on);
    }

    /** The transactions that wait to be mined. */
    public long waitingTransactions() {
        Object status = rpc.call("txpool_status");
        Object pending = status instanceof Map<?, ?> counts ? counts.get("pending") : null;
        return Numeric.toBigInt(String.valueOf(pending)).longValueExact();
    }

    /** Sets the clock that stamps the next blocks; it runs on from there. */
    public void setTime(Instant now) {
        rpc.call("evm_setTime", Numeric.toHexStringWithPrefix(BigInteger.valueOf(now.getEpochSecond())));
    }

    public void setBalanceWei(EvmAddress account, BigInteger balance) {
        rpc.call("anvil_setBalance", account.value(), Numeric.toHexStringWithPrefix(balance));
    }

    /** Sets the base fee per gas, in wei, of the next block. */
    public void nextBaseFeeWei(BigInteger fee) {
        rpc.call("anvil_setNextBlockBaseFeePerGas", Numeric.toHexStringWithPrefix(fee));
    }

    /** Keeps the present state under an id, for {@link #revert}. */
    public String snapshot() {
        return String.valueOf(rpc.call("evm_snapshot"));
    }

    /** Back to a snapshot, which is used up by it. False if there is no such snapshot. */
    public boolean revert(String snapshot) {
        return Boolean.TRUE.equals(rpc.call("evm_revert", snapshot));
    }

    /** Replaces the newest blocks by as many empty ones: their transactions are gone, not waiting. */
    public void reorg(int depth) {
        rpc.call("anvil_reorg", depth, List.of());
    }

    /** Removes a waiting transaction. */
    public void dropTransaction(String hash) {
        rpc.call("anvil_dropTransaction", hash);
    }

    /** Everything: accounts, blocks, transactions, receipts, as the JSON that {@code --load-state} reads. Not what waits. */
    byte[] dumpState() {
        String dump = String.valueOf(rpc.call("anvil_dumpState"));
        byte[] zipped = HexFormat.of().parseHex(dump, 2, dump.length());
        try (GZIPInputStream json = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return json.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException("anvil's dump cannot be read", failure);
        }
    }

    @Override
    public void close() {
        rpc.close();
    }
}
