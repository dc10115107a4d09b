package io.amanat.contract.escrow;

import io.amanat.contract.Command;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.disputes.DisputeCategory;
import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.escrow.quote.Quote;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.money.EvmAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a payment can be told. */
public sealed interface PaymentCommand extends Command {
    PaymentId paymentId();

    @Override
    default PaymentId target() {
        return paymentId();
    }

    record OpenPayment(PaymentId paymentId, EscrowTerms terms) implements PaymentCommand {}

    /** The quote with which the offer was accepted. Told again, or after a newer one, it changes nothing. */
    record QuotePayment(PaymentId paymentId, Quote quote) implements PaymentCommand {}

    /** The buyer asks for a new quote after the last one expired. */
    record RenewQuote(PaymentId paymentId, Quote quote, UserId by) implements PaymentCommand {}

    /** A transfer was seen in a block. Seen again it changes nothing. */
    record ObserveTransfer(PaymentId paymentId, ObservedTransfer transfer) implements PaymentCommand {}

    /** The block of a transfer left the chain. */
    record RetractTransfer(PaymentId paymentId, TransferKey key, String orphanedBlockHash) implements PaymentCommand {}

    /** A transfer reached the chain's confirmation threshold and passed the safety check. */
    record ConfirmTransfer(
            PaymentId paymentId,
            TransferKey key,
            int confirmations,
            @Nullable Instant minedAt) implements PaymentCommand {
        /** Without the time of its block; where that counts, it counts as late. */
        public ConfirmTransfer(PaymentId paymentId, TransferKey key, int confirmations) {
            this(paymentId, key, confirmations, null);
        }
    }

    /** A transfer reached the threshold and did not pass the safety check: it never funds this escrow. */
    record SetTransferAside(PaymentId paymentId, TransferKey key) implements PaymentCommand {}

    /**
     * An admin says that the payment was made outside of the chain. Said again under the same id it changes nothing.
     *
     * @param amount plain decimal text, in whole units of the payment's own token
     */
    record ConfirmOffChain(PaymentId paymentId, OffChainId offChainId, String amount, PersonalText evidence, UserId by)
            implements PaymentCommand {}

    /** A guard, never who confirmed it, agrees: the money is held. */
    record ApproveOffChain(PaymentId paymentId, OffChainId offChainId, UserId by, PersonalText reason)
            implements PaymentCommand {}

    record RejectOffChain(PaymentId paymentId, OffChainId offChainId, UserId by, PersonalText reason)
            implements PaymentCommand {}

    /**
     * An admin proposes that the platform bears what the chain took back. Said again under the same id it changes nothing.
     *
     * @param amount plain decimal text, in whole units; exactly what is exposed
     * @param token the contract in which it is
     */
    record ProposeWriteOff(
            PaymentId paymentId, WriteOffId writeOffId, String amount, EvmAddress token, PersonalText reason, UserId by)
            implements PaymentCommand {}

    /** A guard, never who proposed it, agrees: it is a loss from now on, and payouts of this trade no longer wait for it. */
    record ApproveWriteOff(PaymentId paymentId, WriteOffId writeOffId, UserId by, PersonalText reason)
            implements PaymentCommand {}

    record RejectWriteOff(PaymentId paymentId, WriteOffId writeOffId, UserId by, PersonalText reason)
            implements PaymentCommand {}

    /** The buyer no longer wants to pay; possible while nothing was seen. */
    record CancelPayment(PaymentId paymentId, UserId by) implements PaymentCommand {}

    /** The payment window is over. */
    record ExpirePayment(PaymentId paymentId, CustodyTransferId refundTransferId) implements PaymentCommand {}

    record RaiseDispute(
            PaymentId paymentId, DisputeId disputeId, UserId by, DisputeCategory category, PersonalText reason)
            implements PaymentCommand {}

    record FreezeEscrow(PaymentId paymentId, UserId by, PersonalText reason) implements PaymentCommand {}

    record UnfreezeEscrow(PaymentId paymentId, UserId by, PersonalText reason) implements PaymentCommand {}

    record MakeEscrowReleasable(PaymentId paymentId) implements PaymentCommand {}

    /** Pays out a releasable escrow to the seller. */
    record SettleEscrow(PaymentId paymentId, CustodyTransferId releaseTransferId) implements PaymentCommand {}

    /** Carries out a resolver's ruling; unused transfer ids are simply not used. */
    record ApplyRuling(
            PaymentId paymentId,
            DisputeId disputeId,
            Ruling ruling,
            CustodyTransferId releaseTransferId,
            CustodyTransferId refundTransferId)
            implements PaymentCommand {}

    /** Asks whether anything of this payment may be signed and sent now. Changes nothing; refused while the platform is exposed by it. */
    record AllowPayout(PaymentId paymentId) implements PaymentCommand {}

    /** A leg's custody transfer is final on the chain. */
    record RecordLegSettled(PaymentId paymentId, CustodyTransferId transferId, String txHash)
            implements PaymentCommand {}

    /** Something arrived that is no money here. Seen again it changes nothing. */
    record ObserveStray(PaymentId paymentId, StrayTransfer stray) implements PaymentCommand {}

    /**
     * Somebody says to which address set-aside money of a transfer goes back.
     *
     * @param signer who signed {@link ReturnText} for this payment, transfer and address; absent without a signature
     */
    record ClaimReturn(
            PaymentId paymentId,
            TransferKey key,
            EvmAddress to,
            @Nullable EvmAddress signer,
            UserId by) implements PaymentCommand {}

    /** A guard approves that set-aside money goes back to the address that was proven. */
    record ReturnExcess(
            PaymentId paymentId,
            TransferKey key,
            EvmAddress to,
            CustodyTransferId transferId,
            UserId by,
            PersonalText reason)
            implements PaymentCommand {}

    /** A return's custody transfer is final on the chain. */
    record RecordExcessReturned(PaymentId paymentId, CustodyTransferId transferId, String txHash)
            implements PaymentCommand {}
}
