package io.amanat.contract.custody;

import io.amanat.contract.Command;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.money.EvmAddress;

/** What a custody transfer can be told. {@code attempt} counts from 1; a new one starts only after the last has failed for good. */
public sealed interface CustodyTransferCommand extends Command {
    CustodyTransferId transferId();

    @Override
    default CustodyTransferId target() {
        return transferId();
    }

    record InstructCustodyTransfer(CustodyTransferId transferId, TransferInstruction instruction)
            implements CustodyTransferCommand {}

    /** Of a guard; above the second limit two of them have to. */
    record ApproveCustodyTransfer(CustodyTransferId transferId, UserId by, PersonalText reason)
            implements CustodyTransferCommand {}

    record HoldCustodyTransfer(CustodyTransferId transferId, UserId by, PersonalText reason)
            implements CustodyTransferCommand {}

    /** A guard sends a failed transfer out again; above the second limit two of them have to. */
    record RetryCustodyTransfer(CustodyTransferId transferId, UserId by, PersonalText reason)
            implements CustodyTransferCommand {}

    /**
     * A guard has a failed leg of a settlement paid to another address, which its recipient has signed for since. It goes out with the retry.
     * Told again with the same address it changes nothing.
     */
    record RedirectCustodyTransfer(CustodyTransferId transferId, EvmAddress to, UserId by, PersonalText reason)
            implements CustodyTransferCommand {}

    /** A guard takes a transfer for done that moved something else than was instructed. */
    record AcceptCustodyTransfer(CustodyTransferId transferId, UserId by, PersonalText reason)
            implements CustodyTransferCommand {}

    record RecordSigned(CustodyTransferId transferId, int attempt, SignedTransaction transaction)
            implements CustodyTransferCommand {}

    /** Another transaction with the same nonce stands for the attempt now: made for a higher fee, or mined instead. */
    record RecordReplaced(CustodyTransferId transferId, int attempt, SignedTransaction transaction)
            implements CustodyTransferCommand {}

    record RecordBroadcast(CustodyTransferId transferId, int attempt) implements CustodyTransferCommand {}

    record RecordMined(CustodyTransferId transferId, int attempt, long blockNumber, String blockHash)
            implements CustodyTransferCommand {}

    record RecordFinal(CustodyTransferId transferId, int attempt, long blockNumber, String blockHash)
            implements CustodyTransferCommand {}

    /** The chain refused it for good; {@code reason} is a short code, which a colon and the contract's own words may follow. */
    record RecordFailure(CustodyTransferId transferId, int attempt, String reason) implements CustodyTransferCommand {}
}
