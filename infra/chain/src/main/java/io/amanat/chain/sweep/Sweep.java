package io.amanat.chain.sweep;

import io.amanat.chain.evm.Erc20;
import io.amanat.chain.evm.FeeQuote;
import io.amanat.chain.hardware.UnsignedTransaction;
import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One transfer of one token from one deposit address into custody.
 *
 * @param amount in the token's smallest unit
 * @param price null before it has one
 * @param nonce null before it is offered for signing
 * @param signed what the operator handed back; null before
 * @param mined where it was last seen in the chain; null if it is not
 */
record Sweep(
        UUID id,
        UUID batchId,
        PaymentId paymentId,
        PurchaseRequestId requestId,
        long chainId,
        EvmAddress from,
        String derivationPath,
        EvmAddress to,
        EvmAddress token,
        BigInteger amount,
        State state,
        @Nullable Price price,
        @Nullable Long nonce,
        @Nullable SignedTransaction signed,
        @Nullable MinedIn mined,
        @Nullable Long logIndex) {

    /** In their order; the last two end it. */
    enum State {
        PLANNED,
        APPROVED,
        PRICED,
        UNSIGNED,
        HANDED_BACK,
        BROADCAST,
        MINED,
        FINAL,
        FAILED,
        CANCELLED
    }

    /** What it may cost, fixed before the gas is given: the signature covers it. */
    record Price(long gasLimit, FeeQuote fees) {
        BigInteger wei() {
            return fees.maxFeePerGasWei().multiply(BigInteger.valueOf(gasLimit));
        }
    }

    record MinedIn(long blockNumber, String blockHash) {}

    SignedTransaction requireSigned() {
        return required(signed, "signed bytes");
    }

    MinedIn requireMined() {
        return required(mined, "block");
    }

    long requireLogIndex() {
        return required(logIndex, "log");
    }

    /** As the operator is to sign it. */
    UnsignedTransaction unsigned() {
        Price fixed = required(price, "price");
        return new UnsignedTransaction(
                chainId,
                from,
                derivationPath,
                required(nonce, "nonce"),
                token,
                BigInteger.ZERO,
                Erc20.transfer(to, amount),
                fixed.gasLimit(),
                fixed.fees());
    }

    private <T> T required(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException("Sweep " + id + " is " + state + " and has no " + what);
        }
        return value;
    }
}
