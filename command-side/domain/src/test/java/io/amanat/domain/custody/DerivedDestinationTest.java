package io.amanat.domain.custody;

import io.amanat.contract.custody.CustodyRule;
import io.amanat.contract.custody.DestinationCommand.AllocateDestination;
import io.amanat.contract.custody.DestinationCommand.QuarantineDestination;
import io.amanat.contract.custody.DestinationCommand.RecordSweep;
import io.amanat.contract.custody.DestinationEvent;
import io.amanat.contract.custody.DestinationEvent.DestinationAllocated;
import io.amanat.contract.custody.DestinationEvent.DestinationQuarantined;
import io.amanat.contract.custody.DestinationEvent.DestinationSwept;
import io.amanat.contract.custody.DestinationId;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.domain.AggregateScenario;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DerivedDestinationTest {
    private static final DestinationId ID = new DestinationId(new UUID(1, 1));
    private static final PaymentId PAYMENT = new PaymentId(new UUID(1, 2));
    private static final PurchaseRequestId TRADE = new PurchaseRequestId(new UUID(1, 3));
    private static final EvmAddress ADDRESS = new EvmAddress("0x" + "ab".repeat(20));
    private static final EvmAddress CUSTODY = new EvmAddress("0x" + "cd".repeat(20));
    private static final UserId GUARD = new UserId(new UUID(2, 1));
    private static final PersonalText REASON = PersonalText.of(GUARD, "reason");
    private static final AssetAmount AMOUNT =
            new Asset(31337, new EvmAddress("0x" + "ef".repeat(20)), Currency.USDC, 6).amount("12.50");
    private static final DestinationAllocated ALLOCATED =
            new DestinationAllocated(ID, PAYMENT, TRADE, 31337, ADDRESS, "0a1b2c3d", "0/7");
    private static final DestinationQuarantined QUARANTINED = new DestinationQuarantined(ID, GUARD, REASON);
    private static final TransferKey KEY = new TransferKey(31337, "0x" + "12".repeat(32), 4);
    private static final DestinationSwept SWEPT = new DestinationSwept(ID, KEY, CUSTODY, AMOUNT);

    @Test
    void givenNothing_whenAllocated_thenAllocatedOnce() {
        given().then(allocate(PAYMENT), ALLOCATED);
        given(ALLOCATED).repeats(allocate(PAYMENT));
    }

    @Test
    void givenDestination_whenAllocatedForAnotherPayment_thenRefused() {
        given(ALLOCATED)
                .refuses(allocate(new PaymentId(new UUID(9, 9))), CustodyRule.A_DESTINATION_BELONGS_TO_ONE_PAYMENT);
    }

    @Test
    void givenDestination_whenQuarantined_thenOnce() {
        given(ALLOCATED).then(new QuarantineDestination(ID, GUARD, REASON), QUARANTINED);
        given(ALLOCATED, QUARANTINED)
                .refuses(
                        new QuarantineDestination(ID, GUARD, REASON),
                        CustodyRule.ONLY_LIVE_DESTINATIONS_ARE_QUARANTINED);
    }

    @Test
    void givenDestination_whenSwept_thenOncePerTransfer() {
        given(ALLOCATED).then(new RecordSweep(ID, KEY, CUSTODY, AMOUNT), SWEPT);
        given(ALLOCATED, SWEPT, QUARANTINED).repeats(new RecordSweep(ID, KEY, CUSTODY, AMOUNT));
        TransferKey next = new TransferKey(31337, "0x" + "34".repeat(32), 0);
        given(ALLOCATED, SWEPT)
                .then(new RecordSweep(ID, next, CUSTODY, AMOUNT), new DestinationSwept(ID, next, CUSTODY, AMOUNT));
    }

    private static AllocateDestination allocate(PaymentId payment) {
        return new AllocateDestination(ID, payment, TRADE, 31337, ADDRESS, "0a1b2c3d", "0/7");
    }

    private static AggregateScenario<DerivedDestination>.When given(DestinationEvent... past) {
        return new AggregateScenario<>(DerivedDestination.class).given(List.of(past));
    }
}
