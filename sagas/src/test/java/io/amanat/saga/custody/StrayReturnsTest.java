package io.amanat.saga.custody;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.Command;
import io.amanat.contract.Event;
import io.amanat.contract.MetadataKeys;
import io.amanat.contract.Origin;
import io.amanat.contract.Rule;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.CustodyRule;
import io.amanat.contract.custody.CustodyStep;
import io.amanat.contract.custody.CustodyTransferCommand.InstructCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferFinalised;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.TransferInstruction;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.PaymentCommand.RecordExcessReturned;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.StrayEvent.ReturnInstructed;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.saga.escrow.Parked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StrayReturnsTest {
    private static final String HASH = "0x" + "7".repeat(64);
    private static final PaymentId PAYMENT = new PaymentId(new UUID(0, 3));
    private static final PurchaseRequestId REQUEST = new PurchaseRequestId(new UUID(0, 1));
    private static final UserId BUYER = new UserId(new UUID(0, 4));
    private static final UserId SELLER = new UserId(new UUID(0, 5));
    private static final UserId GUARD = new UserId(new UUID(0, 6));
    private static final CustodyTransferId ID = new CustodyTransferId(new UUID(0, 8));
    private static final EvmAddress TO = new EvmAddress("0x" + "5".repeat(40));
    private static final AssetAmount AMOUNT =
            new Asset(31337, new EvmAddress("0x" + "c".repeat(40)), Currency.USDC, 6).amount("10");

    private final List<Command> sent = new ArrayList<>();
    private final List<Origin> origins = new ArrayList<>();
    private final Parked parked = new Parked();
    private @Nullable Rule refusal;

    @Test
    void givenAnApprovedReturn_thenItBecomesACustodyTransferToTheProvenAddress() throws Exception {
        deliver(new ReturnInstructed(
                PAYMENT,
                REQUEST,
                BUYER,
                SELLER,
                new TransferKey(31337, HASH, 0),
                ID,
                TO,
                AMOUNT,
                GUARD,
                PersonalText.of(GUARD, "c2VhbGVk")));

        assertThat(sent)
                .containsExactly(new InstructCustodyTransfer(
                        ID,
                        new TransferInstruction(
                                PAYMENT, REQUEST, BUYER, SELLER, TransferKind.STRAY_RETURN, BUYER, TO, AMOUNT)));
        assertThat(origins).extracting(Origin::correlationId).containsExactly(REQUEST.toString());
    }

    @Test
    void givenAFinalTransfer_thenThePaymentIsToldOfReturnsOnly() throws Exception {
        deliver(finalised(TransferKind.RELEASE));
        deliver(finalised(TransferKind.REFUND));
        assertThat(sent).isEmpty();

        deliver(finalised(TransferKind.STRAY_RETURN));
        assertThat(sent).containsExactly(new RecordExcessReturned(PAYMENT, ID, HASH));
    }

    @Test
    void givenARefusal_thenTheReturnIsParkedByTheRulesName_andWhatComesBehindItGoes() throws Exception {
        refusal = CustodyRule.A_TRANSFER_IS_INSTRUCTED_ONCE;
        deliver(new ReturnInstructed(
                PAYMENT,
                REQUEST,
                BUYER,
                SELLER,
                new TransferKey(31337, HASH, 0),
                ID,
                TO,
                AMOUNT,
                GUARD,
                PersonalText.of(GUARD, "c2VhbGVk")));
        refusal = EscrowRule.ONLY_INSTRUCTED_RETURNS_ARE_RECORDED;
        deliver(finalised(TransferKind.STRAY_RETURN));

        assertThat(parked.steps)
                .containsExactly(
                        Map.entry(
                                new CustodyStep.Instruct(
                                        ID,
                                        new TransferInstruction(
                                                PAYMENT,
                                                REQUEST,
                                                BUYER,
                                                SELLER,
                                                TransferKind.STRAY_RETURN,
                                                BUYER,
                                                TO,
                                                AMOUNT)),
                                "a-transfer-is-instructed-once"),
                        Map.entry(
                                new CustodyStep.Book(ID, PAYMENT, REQUEST, TransferKind.STRAY_RETURN, HASH),
                                "only-instructed-returns-are-recorded"));
        refusal = null;
        deliver(finalised(TransferKind.STRAY_RETURN));
        assertThat(sent).hasSize(1);
    }

    private static CustodyTransferFinalised finalised(TransferKind kind) {
        return new CustodyTransferFinalised(ID, 1, PAYMENT, kind, AMOUNT, HASH, 9, HASH);
    }

    private void deliver(Event event) throws Exception {
        StrayReturns returns = new StrayReturns(
                (command, origin) -> {
                    if (refusal != null) {
                        throw new RuleViolated(refusal);
                    }
                    sent.add(command);
                    origins.add(origin);
                    return null;
                },
                parked);
        new AnnotationEventHandlerAdapter(returns)
                .handle(new GenericEventMessage<>(event, Map.of(MetadataKeys.CORRELATION_ID, REQUEST.toString())));
    }
}
