package io.amanat.app.money;

import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.disputes.DisputeCategory;
import io.amanat.contract.escrow.PaymentCommand;
import io.amanat.contract.escrow.PaymentCommand.ApproveWriteOff;
import io.amanat.contract.escrow.PaymentCommand.ExpirePayment;
import io.amanat.contract.escrow.PaymentCommand.MakeEscrowReleasable;
import io.amanat.contract.escrow.PaymentCommand.ProposeWriteOff;
import io.amanat.contract.escrow.PaymentCommand.RaiseDispute;
import io.amanat.contract.escrow.PaymentCommand.RecordLegSettled;
import io.amanat.contract.escrow.PaymentCommand.SettleEscrow;
import io.amanat.contract.escrow.WriteOffId;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.EvmAddress;
import io.amanat.projection.story.Story;
import java.util.List;

/** One payment: what its buyer sends, and what the tables say then. */
record Paid(MoneyScene scene, Story story, EvmAddress address, Asset asset) {
    /** Sends from the buyer's wallet; a block must be mined yet. */
    String sends(String amount) {
        return scene.chain
                .buyer()
                .transfer(asset.contract(), address, asset.amount(amount).units());
    }

    Paid pays(String amount) {
        sends(amount);
        scene.confirmed();
        return this;
    }

    void tell(PaymentCommand command) {
        scene.tell(command, story);
    }

    Paid settling() {
        tell(new MakeEscrowReleasable(story.payment));
        tell(new SettleEscrow(story.payment, story.release));
        return this;
    }

    Paid released() {
        settling();
        tell(new RecordLegSettled(story.payment, story.release, story.hash(900)));
        return this;
    }

    /** An admin proposes, a guard approves. */
    Paid writtenOff(String amount, int number) {
        WriteOffId id = new WriteOffId(story.id(number));
        tell(new ProposeWriteOff(
                story.payment,
                id,
                amount,
                asset.contract(),
                story.sealed(story.otherSeller, "gone"),
                story.otherSeller));
        tell(new ApproveWriteOff(story.payment, id, story.guard, story.sealed(story.guard, "seen")));
        return this;
    }

    Paid expired() {
        tell(new ExpirePayment(story.payment, story.refund));
        return this;
    }

    Paid settled(CustodyTransferId leg) {
        tell(new RecordLegSettled(story.payment, leg, story.hash(901)));
        return this;
    }

    Paid disputed() {
        tell(new RaiseDispute(
                story.payment, story.dispute, story.buyer, DisputeCategory.DAMAGED, story.sealed(story.buyer, "why")));
        return this;
    }

    /** Status, escrow, freeze, and what is held. */
    String state() {
        return scene.tables.one(
                "select concat_ws(' ', status, escrow_state, freeze_cause, trim_scale(held_amount)) from payments"
                        + " where id = ?",
                story.payment.value());
    }

    /** Every account that is not zero. */
    List<String> balances() {
        return scene.tables.all(
                "select concat_ws(' ', account, trim_scale(balance), currency) from funds_balances"
                        + " where payment_id = ? and balance_units <> 0 order by account::text, currency",
                story.payment.value());
    }

    /** The rows of the ledger in their order. */
    List<String> ledger() {
        return scene.tables.all(
                "select concat_ws(' ', entry_type, debit_account || '>' || credit_account, trim_scale(amount), reason)"
                        + " from funds_ledger_entries where payment_id = ? order by position, ordinal",
                story.payment.value());
    }

    /** What buyer and seller are told, in its order, without what was before the first money. */
    List<String> told() {
        return scene.tables.all(
                "select regexp_replace(kind, '^(payment|escrow|settlement)[.]|[.]v1$', '', 'g')"
                        + "   || coalesce(' ' || (params ->> 'cause'), '')"
                        + " from trade_timeline where purchase_request_id = ? and kind ~ '^(payment|escrow|settlement)'"
                        + " and kind <> 'payment.opened.v1' order by position",
                story.request.value());
    }
}
