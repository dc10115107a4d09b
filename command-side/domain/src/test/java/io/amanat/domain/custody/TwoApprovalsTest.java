package io.amanat.domain.custody;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.custody.CustodyRule;
import io.amanat.contract.custody.CustodyTransferCommand.ApproveCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.InstructCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.RetryCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferEvent;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferApproved;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferFailed;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferFirstApproved;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferHeld;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferInstructed;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.OwnAddresses;
import io.amanat.contract.custody.TransferInstruction;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.domain.AggregateScenario;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Above 10,000 two guards let a transfer out, each with a reason. */
class TwoApprovalsTest {
    private static final CustodyTransferId ID = new CustodyTransferId(new UUID(1, 1));
    private static final UserId BUYER = new UserId(new UUID(2, 1));
    private static final UserId SELLER = new UserId(new UUID(2, 2));
    private static final UserId GUARD = new UserId(new UUID(2, 3));
    private static final UserId OTHER = new UserId(new UUID(2, 4));
    private static final PersonalText REASON = PersonalText.of(GUARD, "sealed1");
    private static final PersonalText OTHER_REASON = PersonalText.of(OTHER, "sealed2");
    private static final Asset USDC = new Asset(31337, new EvmAddress("0x" + "ef".repeat(20)), Currency.USDC, 6);
    private static final ApprovalPolicy POLICY = policy("10000");
    private static final OwnAddresses OWN = address -> false;

    private static final TransferInstruction HUGE = instruction("10000.000001");
    private static final TransferInstruction LARGE = instruction("10000.00");
    private static final CustodyTransferInstructed INSTRUCTED = new CustodyTransferInstructed(ID, HUGE, true);
    private static final CustodyTransferFirstApproved FIRST = new CustodyTransferFirstApproved(ID, GUARD, REASON);
    private static final CustodyTransferApproved SECOND = new CustodyTransferApproved(ID, 1, HUGE, OTHER, OTHER_REASON);
    private static final CustodyTransferHeld HELD = new CustodyTransferHeld(ID, GUARD, REASON);
    private static final CustodyTransferFailed FAILED = new CustodyTransferFailed(ID, 1, "refused-by-token");

    @Test
    void givenAboveTheSecondLimit_whenTwoGuardsApprove_thenApprovedByTheSecond() {
        given().then(new InstructCustodyTransfer(ID, HUGE), INSTRUCTED);
        given(INSTRUCTED).then(new ApproveCustodyTransfer(ID, GUARD, REASON), FIRST);
        given(INSTRUCTED, FIRST).then(new ApproveCustodyTransfer(ID, OTHER, OTHER_REASON), SECOND);
    }

    @Test
    void givenFirstApproved_whenTheSameGuardOrAParty_thenRefused() {
        given(INSTRUCTED, FIRST)
                .refuses(new ApproveCustodyTransfer(ID, GUARD, REASON), CustodyRule.TWO_APPROVALS_COME_FROM_TWO_PEOPLE);
        for (UserId party : List.of(BUYER, SELLER)) {
            given(INSTRUCTED)
                    .refuses(
                            new ApproveCustodyTransfer(ID, party, REASON),
                            CustodyRule.A_PARTY_DOES_NOT_GUARD_ITS_OWN_TRADE);
            given(INSTRUCTED, FIRST)
                    .refuses(
                            new ApproveCustodyTransfer(ID, party, REASON),
                            CustodyRule.A_PARTY_DOES_NOT_GUARD_ITS_OWN_TRADE);
        }
    }

    @Test
    void givenTheSecondLimitItself_whenOneGuardApproves_thenApproved() {
        given(new CustodyTransferInstructed(ID, LARGE, true))
                .then(
                        new ApproveCustodyTransfer(ID, GUARD, REASON),
                        new CustodyTransferApproved(ID, 1, LARGE, GUARD, REASON));
    }

    @Test
    void givenFirstApproved_whenHeld_thenBothApproveAnew() {
        given(INSTRUCTED, FIRST, HELD).then(new ApproveCustodyTransfer(ID, GUARD, REASON), FIRST);
        given(INSTRUCTED, FIRST, HELD, FIRST).then(new ApproveCustodyTransfer(ID, OTHER, OTHER_REASON), SECOND);
    }

    @Test
    void givenFailed_whenRetried_thenTwoGuardsAgain() {
        given(INSTRUCTED, FIRST, SECOND, FAILED).then(new RetryCustodyTransfer(ID, OTHER, OTHER_REASON), second(OTHER));
        given(INSTRUCTED, FIRST, SECOND, FAILED, second(OTHER))
                .refuses(
                        new RetryCustodyTransfer(ID, OTHER, OTHER_REASON),
                        CustodyRule.TWO_APPROVALS_COME_FROM_TWO_PEOPLE);
        given(INSTRUCTED, FIRST, SECOND, FAILED, second(OTHER))
                .then(
                        new RetryCustodyTransfer(ID, GUARD, REASON),
                        new CustodyTransferApproved(ID, 2, HUGE, GUARD, REASON));
    }

    @Test
    void givenACurrencyWithoutLimits_thenEveryAmountNeedsTwo() {
        Asset usdt = new Asset(1, new EvmAddress("0x" + "ab".repeat(20)), Currency.USDT, 18);
        assertThat(POLICY.twoGuardsRequired(usdt.amount("0.01"))).isTrue();
        assertThat(POLICY.twoGuardsRequired(USDC.amount("10000.00"))).isFalse();
        assertThat(POLICY.twoGuardsRequired(USDC.amount("10000.000001"))).isTrue();
        assertThat(policy("1").twoGuardsRequired(USDC.amount("1000.00"))).isFalse();
    }

    private static CustodyTransferFirstApproved second(UserId by) {
        return new CustodyTransferFirstApproved(ID, by, OTHER_REASON);
    }

    private static ApprovalPolicy policy(String twoAbove) {
        return new ApprovalPolicy(
                Map.of(Currency.USDC, BigInteger.valueOf(1000)), Map.of(Currency.USDC, new BigInteger(twoAbove)));
    }

    private static TransferInstruction instruction(String amount) {
        return new TransferInstruction(
                new PaymentId(new UUID(3, 1)),
                new PurchaseRequestId(new UUID(3, 2)),
                BUYER,
                SELLER,
                TransferKind.RELEASE,
                SELLER,
                new EvmAddress("0x" + "ab".repeat(20)),
                USDC.amount(amount));
    }

    private static AggregateScenario<CustodyTransfer>.When given(CustodyTransferEvent... past) {
        return new AggregateScenario<>(CustodyTransfer.class, POLICY, OWN).given(List.of(past));
    }
}
