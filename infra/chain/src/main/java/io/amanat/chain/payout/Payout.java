package io.amanat.chain.payout;

import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of one transfer out of custody, or the gas of a sweep, which no custody transfer is told of.
 *
 * @param token {@link #NATIVE} for gas; then the amount is in wei
 * @param signed null before it is signed; then the version that is sent, or that was mined
 * @param toldTxHash the version that the custody transfer was told of; no other is sent
 * @param mined where it was last seen in the chain; null if it is not
 * @param failure short code if it is reverted or abandoned
 */
record Payout(
        Kind kind,
        CustodyTransferId transferId,
        int attempt,
        PurchaseRequestId requestId,
        EvmAddress token,
        EvmAddress to,
        BigInteger amount,
        State state,
        Told told,
        @Nullable SignedTransaction signed,
        @Nullable String toldTxHash,
        @Nullable MinedIn mined,
        @Nullable String failure) {

    /** Stands for the chain's own coin where a token's address is expected. */
    static final EvmAddress NATIVE = new EvmAddress("0x" + "0".repeat(40));

    SignedTransaction requireSigned() {
        if (signed == null) {
            throw new IllegalStateException("Transfer " + transferId + " is " + state + " and has no signed bytes");
        }
        return signed;
    }

    /** Whether the custody transfer was told of another version than this one, and can still be told of this. */
    boolean replacedUntold() {
        return signed != null
                && told.compareTo(Told.SIGNED) >= 0
                && told.compareTo(Told.FINAL) < 0
                && !signed.txHash().equals(toldTxHash);
    }

    MinedIn requireMined() {
        if (mined == null) {
            throw new IllegalStateException("Transfer " + transferId + " is " + state + " and in no block");
        }
        return mined;
    }

    enum Kind {
        PAYOUT,
        GAS
    }

    enum State {
        QUEUED,
        SIGNED,
        BROADCAST,
        MINED,
        FINAL,
        REVERTED,
        ABANDONED
    }

    /** The last step that the custody transfer was told of, in their order. */
    enum Told {
        NOTHING,
        SIGNED,
        BROADCAST,
        MINED,
        FINAL,
        FAILED
    }

    record MinedIn(long blockNumber, String blockHash) {}
}
