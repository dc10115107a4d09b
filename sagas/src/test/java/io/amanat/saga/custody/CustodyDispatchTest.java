package io.amanat.saga.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferApproved;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.TransferInstruction;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.saga.port.CustodyGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class CustodyDispatchTest {
    private static final UserId SELLER = new UserId(new UUID(0, 5));
    private static final TransferInstruction INSTRUCTION = new TransferInstruction(
            new PaymentId(new UUID(0, 3)),
            new PurchaseRequestId(new UUID(0, 1)),
            new UserId(new UUID(0, 4)),
            SELLER,
            TransferKind.RELEASE,
            SELLER,
            new EvmAddress("0x" + "5".repeat(40)),
            new Asset(31337, new EvmAddress("0x" + "c".repeat(40)), Currency.USDC, 6).amount("10"));
    private static final CustodyTransferApproved APPROVED =
            new CustodyTransferApproved(new CustodyTransferId(new UUID(0, 8)), 2, INSTRUCTION, null, null);

    private final List<String> submitted = new ArrayList<>();

    @Test
    void givenApproved_whenDelivered_thenSubmittedUnderItsIdAndAttempt() throws Exception {
        deliver((id, attempt, instruction) -> {
            assertThat(instruction).isEqualTo(INSTRUCTION);
            submitted.add(id + "/" + attempt);
        });

        assertThat(submitted).containsExactly(APPROVED.transferId() + "/2");
    }

    @Test
    void givenGatewayDown_whenDelivered_thenTheEventFails() {
        assertThatThrownBy(() -> deliver((id, attempt, instruction) -> {
                    throw new IllegalStateException("gateway down");
                }))
                .hasMessage("gateway down");
    }

    private static void deliver(CustodyGateway gateway) throws Exception {
        new AnnotationEventHandlerAdapter(new CustodyDispatch(gateway)).handle(new GenericEventMessage<>(APPROVED));
    }
}
