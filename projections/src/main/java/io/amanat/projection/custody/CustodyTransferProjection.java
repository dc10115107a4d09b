package io.amanat.projection.custody;

import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.custody.CustodyTransferEvent;
import io.amanat.contract.custody.CustodyTransferStatus;
import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.custody.TransferInstruction;
import io.amanat.projection.AssetColumns;
import io.amanat.projection.Projection;
import io.amanat.projection.Row;
import io.amanat.projection.RowChange;
import io.amanat.projection.Stamp;
import java.util.List;

/** Table {@code custody_transfers}. */
public final class CustodyTransferProjection implements Projection {
    private static final String TABLE = "custody_transfers";

    @Override
    public List<RowChange> changes(StoredEvent stored) {
        return switch (stored.event()) {
            case CustodyTransferEvent.CustodyTransferInstructed e -> List.of(instructed(e, stored));
            case CustodyTransferEvent e ->
                List.of(new RowChange.Update(
                        TABLE, Row.of("id", e.transferId()), Stamp.changed(values(e, stored), stored)));
            default -> List.of();
        };
    }

    private static RowChange instructed(CustodyTransferEvent.CustodyTransferInstructed event, StoredEvent stored) {
        TransferInstruction instruction = event.instruction();
        Row row = Row.of("id", event.transferId())
                .and("payment_id", instruction.paymentId())
                .and("purchase_request_id", instruction.requestId())
                .and("buyer_id", instruction.buyerId())
                .and("seller_id", instruction.sellerId())
                .and("beneficiary_id", instruction.beneficiary())
                .and("kind", instruction.kind())
                .and("status", CustodyTransferStatus.INSTRUCTED)
                .and("guard_required", event.guardRequired())
                .and("to_address", instruction.to());
        return new RowChange.Insert(TABLE, Stamp.created(AssetColumns.amount(row, instruction.amount()), stored));
    }

    private static Row values(CustodyTransferEvent event, StoredEvent stored) {
        return switch (event) {
            case CustodyTransferEvent.CustodyTransferInstructed e -> status(CustodyTransferStatus.INSTRUCTED);
            case CustodyTransferEvent.CustodyTransferFirstApproved e ->
                Row.of("first_approved_by", e.by())
                        .and("first_approval_reason", e.reason())
                        .and("first_approved_at", stored.at())
                        .and("approved_by", null)
                        .and("approval_reason", null)
                        .and("approved_at", null);
            case CustodyTransferEvent.CustodyTransferApproved e ->
                unsigned(status(CustodyTransferStatus.APPROVED))
                        .and("attempt", e.attempt())
                        .and("approved_by", e.by())
                        .and("approval_reason", e.reason())
                        .and("approved_at", stored.at());
            case CustodyTransferEvent.CustodyTransferHeld e ->
                unapproved(status(CustodyTransferStatus.HELD))
                        .and("held_by", e.by())
                        .and("hold_reason", e.reason())
                        .and("held_at", stored.at());
            case CustodyTransferEvent.CustodyTransferSigned e -> signed(e.transaction());
            case CustodyTransferEvent.CustodyTransferReplaced e ->
                signed(e.transaction()).and("block_number", null).and("block_hash", null);
            case CustodyTransferEvent.CustodyTransferBroadcast e -> status(CustodyTransferStatus.BROADCAST);
            case CustodyTransferEvent.CustodyTransferMined e ->
                block(status(CustodyTransferStatus.MINED), e.blockNumber(), e.blockHash());
            case CustodyTransferEvent.CustodyTransferAccepted e ->
                status(CustodyTransferStatus.MINED)
                        .and("accepted_by", e.by())
                        .and("acceptance_reason", e.reason())
                        .and("accepted_at", stored.at());
            case CustodyTransferEvent.CustodyTransferRedirected e ->
                unapproved(Row.of("to_address", e.to()))
                        .and("former_address", e.formerTo())
                        .and("redirected_by", e.by())
                        .and("redirection_reason", e.reason())
                        .and("redirected_at", stored.at());
            case CustodyTransferEvent.CustodyTransferFinalised e ->
                block(status(CustodyTransferStatus.FINAL), e.blockNumber(), e.blockHash())
                        .and("final_at", stored.at());
            case CustodyTransferEvent.CustodyTransferFailed e ->
                unapproved(status(CustodyTransferStatus.FAILED)).and("failure_reason", e.reason());
        };
    }

    private static Row signed(SignedTransaction transaction) {
        return status(CustodyTransferStatus.SIGNED)
                .and("from_account", transaction.account())
                .and("nonce", transaction.nonce())
                .and("tx_hash", transaction.txHash());
    }

    private static Row status(CustodyTransferStatus status) {
        return Row.of("status", status);
    }

    /** A first approval is void now; who approved last stays. */
    private static Row unapproved(Row row) {
        return row.and("first_approved_by", null)
                .and("first_approval_reason", null)
                .and("first_approved_at", null);
    }

    /** A new attempt has no transaction yet; the last one's is in the log. */
    private static Row unsigned(Row row) {
        return row.and("from_account", null)
                .and("nonce", null)
                .and("tx_hash", null)
                .and("block_number", null)
                .and("block_hash", null)
                .and("failure_reason", null);
    }

    private static Row block(Row row, long number, String hash) {
        return row.and("block_number", number).and("block_hash", hash);
    }
}
