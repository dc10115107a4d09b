package io.amanat.domain.custody;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.custody.CustodyRule;
import io.amanat.contract.custody.CustodyTransferCommand.AcceptCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.ApproveCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.HoldCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.InstructCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.RecordBroadcast;
import io.amanat.contract.custody.CustodyTransferCommand.RecordFailure;
import io.amanat.contract.custody.CustodyTransferCommand.RecordFinal;
import io.amanat.contract.custody.CustodyTransferCommand.RecordMined;
import io.amanat.contract.custody.CustodyTransferCommand.RecordReplaced;
import io.amanat.contract.custody.CustodyTransferCommand.RecordSigned;
import io.amanat.contract.custody.CustodyTransferCommand.RetryCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferEvent;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferAccepted;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferApproved;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferBroadcast;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferFailed;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferFinalised;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferHeld;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferInstructed;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferMined;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferReplaced;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferSigned;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.OwnAddresses;
import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.custody.TransferFailures;
import io.amanat.contract.custody.TransferInstruction;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.domain.AggregateScenario;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CustodyTransferTest {
    private static final CustodyTransferId ID = new CustodyTransferId(new UUID(1, 1));
    private static final UserId BUYER = new UserId(new UUID(2, 1));
    private static final UserId SELLER = new UserId(new UUID(2, 2));
    private static final UserId GUARD = new UserId(new UUID(2, 3));
    private static final PersonalText REASON = PersonalText.of(GUARD, "reason");
    private static final EvmAddress TO = new EvmAddress("0x" + "ab".repeat(20));
    private static final Asset USDC = new Asset(31337, new EvmAddress("0x" + "ef".repeat(20)), Currency.USDC, 6);
    private static final ApprovalPolicy POLICY = new ApprovalPolicy(
            Map.of(Currency.USDC, BigInteger.valueOf(1000)), Map.of(Currency.USDC, BigInteger.valueOf(10_000)));
    private static final EvmAddress OURS = new EvmAddress("0x" + "0a".repeat(20));
    private static final OwnAddresses OWN = OURS::equals;
    private static final String HASH = "0x" + "77".repeat(32);
    private static final String OTHER_HASH = "0x" + "88".repeat(32);
    private static final SignedTransaction BYTES = new SignedTransaction(31337, TO, 5, HASH, "0x02ff");

    private static final SignedTransaction REPLACEMENT = new SignedTransaction(31337, TO, 5, OTHER_HASH, "0x02fe");

    private static final TransferInstruction SMALL = instruction(USDC.amount("1000.00"), TO);
    private static final TransferInstruction LARGE = instruction(USDC.amount("1000.000001"), TO);
    private static final CustodyTransferInstructed INSTRUCTED = new CustodyTransferInstructed(ID, SMALL, false);
    private static final CustodyTransferInstructed INSTRUCTED_LARGE = new CustodyTransferInstructed(ID, LARGE, true);
    private static final CustodyTransferApproved APPROVED = new CustodyTransferApproved(ID, 1, SMALL, null, null);
    private static final CustodyTransferApproved BY_GUARD = new CustodyTransferApproved(ID, 1, LARGE, GUARD, REASON);
    private static final CustodyTransferHeld HELD = new CustodyTransferHeld(ID, GUARD, REASON);
    private static final CustodyTransferSigned SIGNED = new CustodyTransferSigned(ID, 1, BYTES);
    private static final CustodyTransferBroadcast BROADCAST = new CustodyTransferBroadcast(ID, 1, HASH);
    private static final CustodyTransferMined MINED = new CustodyTransferMined(ID, 1, 40, HASH);
    private static final CustodyTransferFinalised FINAL = new CustodyTransferFinalised(
            ID, 1, SMALL.paymentId(), TransferKind.RELEASE, SMALL.amount(), HASH, 40, HASH);
    private static final CustodyTransferFailed FAILED = new CustodyTransferFailed(ID, 1, "reverted");

    @Test
    void givenNothing_whenSmallIsInstructed_thenApprovedAtOnce() {
        given().then(new InstructCustodyTransfer(ID, SMALL), INSTRUCTED, APPROVED);
    }

    @Test
    void givenNothing_whenAboveTheLimit_thenWaitsForAGuard() {
        given().then(new InstructCustodyTransfer(ID, LARGE), INSTRUCTED_LARGE);
        assertThat(POLICY.guardRequired(new Asset(1, TO, Currency.USDT, 18).amount("0.01")))
                .isTrue();
    }

    @Test
    void givenNothing_whenItMakesNoSense_thenRefused() {
        given().refuses(
                        new InstructCustodyTransfer(ID, instruction(USDC.zero(), TO)),
                        CustodyRule.A_TRANSFER_MOVES_MONEY);
    }

    @Test
    void givenNothing_whenItsAddressIsNoPlaceForMoney_thenParkedWithTheReason() {
        parks(USDC.contract(), CustodyRule.MONEY_GOES_TO_A_REAL_ADDRESS);
        parks(new EvmAddress("0x" + "00".repeat(20)), CustodyRule.MONEY_GOES_TO_A_REAL_ADDRESS);
        parks(OURS, CustodyRule.MONEY_NEVER_COMES_BACK_TO_US);
    }

    @Test
    void givenParked_whenInstructedAgain_thenNothing_andARetryGoesOutOnceTheCauseIsGone() {
        TransferInstruction instruction = instruction(SMALL.amount(), OURS);
        var past = List.of(
                new CustodyTransferInstructed(ID, instruction, false),
                new CustodyTransferFailed(ID, 0, TransferFailures.refused(CustodyRule.MONEY_NEVER_COMES_BACK_TO_US)));
        var retry = new RetryCustodyTransfer(ID, GUARD, REASON);
        var still = new AggregateScenario<>(CustodyTransfer.class, POLICY, OWN).given(past);
        still.repeats(new InstructCustodyTransfer(ID, instruction));
        still.refuses(retry, CustodyRule.MONEY_NEVER_COMES_BACK_TO_US);
        OwnAddresses nobodys = address -> false;
        new AggregateScenario<>(CustodyTransfer.class, POLICY, nobodys)
                .given(past)
                .then(retry, new CustodyTransferApproved(ID, 1, instruction, GUARD, REASON));
    }

    private static void parks(EvmAddress to, CustodyRule rule) {
        TransferInstruction instruction = instruction(SMALL.amount(), to);
        given().then(
                        new InstructCustodyTransfer(ID, instruction),
                        new CustodyTransferInstructed(ID, instruction, false),
                        new CustodyTransferFailed(ID, 0, TransferFailures.refused(rule)));
    }

    @Test
    void givenInstructed_whenInstructedAgain_thenNothingUnlessOtherwise() {
        given(INSTRUCTED, APPROVED, SIGNED).repeats(new InstructCustodyTransfer(ID, SMALL));
        given(INSTRUCTED, APPROVED)
                .refuses(new InstructCustodyTransfer(ID, LARGE), CustodyRule.A_TRANSFER_IS_INSTRUCTED_ONCE);
    }

    @Test
    void givenWaiting_whenGuardApproves_thenApproved() {
        given(INSTRUCTED_LARGE).then(new ApproveCustodyTransfer(ID, GUARD, REASON), BY_GUARD);
        given(INSTRUCTED_LARGE, BY_GUARD)
                .refuses(
                        new ApproveCustodyTransfer(ID, GUARD, REASON), CustodyRule.ONLY_WAITING_TRANSFERS_ARE_APPROVED);
    }

    @Test
    void givenAnyState_whenAPartyActsAsGuard_thenRefused() {
        for (UserId party : List.of(BUYER, SELLER)) {
            given(INSTRUCTED_LARGE)
                    .refuses(
                            new ApproveCustodyTransfer(ID, party, REASON),
                            CustodyRule.A_PARTY_DOES_NOT_GUARD_ITS_OWN_TRADE);
            given(INSTRUCTED_LARGE)
                    .refuses(
                            new HoldCustodyTransfer(ID, party, REASON),
                            CustodyRule.A_PARTY_DOES_NOT_GUARD_ITS_OWN_TRADE);
            given(INSTRUCTED, APPROVED, FAILED)
                    .refuses(
                            new RetryCustodyTransfer(ID, party, REASON),
                            CustodyRule.A_PARTY_DOES_NOT_GUARD_ITS_OWN_TRADE);
        }
    }

    @Test
    void givenUnsigned_whenHeld_thenHeldAndTheSameAttemptGoesOn() {
        given(INSTRUCTED, APPROVED).then(new HoldCustodyTransfer(ID, GUARD, REASON), HELD);
        given(INSTRUCTED, APPROVED, HELD)
                .refuses(new RecordSigned(ID, 1, BYTES), CustodyRule.ONLY_APPROVED_TRANSFERS_ARE_SIGNED);
        given(INSTRUCTED, APPROVED, HELD)
                .then(
                        new ApproveCustodyTransfer(ID, GUARD, REASON),
                        new CustodyTransferApproved(ID, 1, SMALL, GUARD, REASON));
    }

    @Test
    void givenSigned_whenHeld_thenRefused() {
        given(INSTRUCTED, APPROVED, SIGNED)
                .refuses(new HoldCustodyTransfer(ID, GUARD, REASON), CustodyRule.ONLY_UNSIGNED_TRANSFERS_ARE_HELD);
    }

    @Test
    void givenEachStep_whenTheNextIsTold_thenItFollows() {
        given(INSTRUCTED, APPROVED).then(new RecordSigned(ID, 1, BYTES), SIGNED);
        given(INSTRUCTED, APPROVED, SIGNED).then(new RecordBroadcast(ID, 1), BROADCAST);
        given(INSTRUCTED, APPROVED, SIGNED, BROADCAST).then(new RecordMined(ID, 1, 40, HASH), MINED);
        given(INSTRUCTED, APPROVED, SIGNED, BROADCAST, MINED).then(new RecordFinal(ID, 1, 40, HASH), FINAL);
    }

    @Test
    void givenFinal_whenAnyStepIsToldAgain_thenNothing() {
        AggregateScenario<CustodyTransfer>.When past = given(INSTRUCTED, APPROVED, SIGNED, BROADCAST, MINED, FINAL);
        past.repeats(new RecordSigned(ID, 1, BYTES));
        past.repeats(new RecordBroadcast(ID, 1));
        past.repeats(new RecordMined(ID, 1, 40, HASH));
        past.repeats(new RecordFinal(ID, 1, 40, HASH));
        past.refuses(new RecordFailure(ID, 1, "reverted"), CustodyRule.A_TRANSFER_MOVES_FORWARD);
    }

    @Test
    void givenSigned_whenOtherBytesAreTold_thenRefused() {
        SignedTransaction other = new SignedTransaction(31337, TO, 6, OTHER_HASH, "0x02fe");
        given(INSTRUCTED, APPROVED, SIGNED)
                .refuses(new RecordSigned(ID, 1, other), CustodyRule.ONLY_APPROVED_TRANSFERS_ARE_SIGNED);
    }

    @Test
    void givenFailed_whenItsBytesAreToldAgain_thenRefusedSoThatTheyAreNotSentBesideARetry() {
        given(INSTRUCTED, APPROVED, SIGNED, FAILED)
                .refuses(new RecordSigned(ID, 1, BYTES), CustodyRule.ONLY_APPROVED_TRANSFERS_ARE_SIGNED);
    }

    @Test
    void givenMined_whenMinedInAnotherBlock_thenRecorded() {
        given(INSTRUCTED, APPROVED, SIGNED, BROADCAST, MINED)
                .then(new RecordMined(ID, 1, 41, OTHER_HASH), new CustodyTransferMined(ID, 1, 41, OTHER_HASH));
    }

    @Test
    void givenSent_whenReplacedByTheSameNonce_thenItsStepsAreToldAnewAndTheMinedOneIsFinal() {
        CustodyTransferReplaced replaced = new CustodyTransferReplaced(ID, 1, REPLACEMENT, HASH);
        for (List<CustodyTransferEvent> sent :
                List.<List<CustodyTransferEvent>>of(List.of(), List.of(BROADCAST), List.of(BROADCAST, MINED))) {
            given(sent, INSTRUCTED, APPROVED, SIGNED).then(new RecordReplaced(ID, 1, REPLACEMENT), replaced);
        }
        var after = given(INSTRUCTED, APPROVED, SIGNED, BROADCAST, MINED, replaced);
        after.repeats(new RecordReplaced(ID, 1, REPLACEMENT));
        after.then(new RecordBroadcast(ID, 1), new CustodyTransferBroadcast(ID, 1, OTHER_HASH));
        after.then(new RecordMined(ID, 1, 40, HASH), MINED);
        given(INSTRUCTED, APPROVED, SIGNED, BROADCAST, replaced, MINED)
                .then(
                        new RecordFinal(ID, 1, 40, HASH),
                        new CustodyTransferFinalised(
                                ID, 1, SMALL.paymentId(), TransferKind.RELEASE, SMALL.amount(), OTHER_HASH, 40, HASH));
    }

    @Test
    void givenReplaced_whenTheFirstOneIsMinedAllTheSame_thenItReplacesTheOther() {
        CustodyTransferReplaced replaced = new CustodyTransferReplaced(ID, 1, REPLACEMENT, HASH);
        given(INSTRUCTED, APPROVED, SIGNED, BROADCAST, replaced)
                .then(new RecordReplaced(ID, 1, BYTES), new CustodyTransferReplaced(ID, 1, BYTES, OTHER_HASH));
    }

    @Test
    void givenAnyOtherState_whenReplaced_thenRefused() {
        SignedTransaction otherNonce = new SignedTransaction(31337, TO, 6, OTHER_HASH, "0x02fe");
        given(INSTRUCTED, APPROVED, SIGNED)
                .refuses(new RecordReplaced(ID, 1, otherNonce), CustodyRule.A_REPLACEMENT_HAS_THE_SAME_NONCE);
        given(INSTRUCTED, APPROVED)
                .refuses(new RecordReplaced(ID, 1, REPLACEMENT), CustodyRule.A_TRANSFER_MOVES_FORWARD);
        given(INSTRUCTED, APPROVED, SIGNED, FAILED)
                .refuses(new RecordReplaced(ID, 1, REPLACEMENT), CustodyRule.A_TRANSFER_MOVES_FORWARD);
        given(INSTRUCTED, APPROVED, SIGNED, BROADCAST, MINED, FINAL)
                .refuses(new RecordReplaced(ID, 1, REPLACEMENT), CustodyRule.A_TRANSFER_MOVES_FORWARD);
    }

    @Test
    void givenUnsigned_whenALaterStepIsTold_thenRefused() {
        given(INSTRUCTED, APPROVED).refuses(new RecordBroadcast(ID, 1), CustodyRule.A_TRANSFER_MOVES_FORWARD);
        given(INSTRUCTED, APPROVED).refuses(new RecordFinal(ID, 1, 4, HASH), CustodyRule.A_TRANSFER_MOVES_FORWARD);
        given(INSTRUCTED_LARGE).refuses(new RecordSigned(ID, 1, BYTES), CustodyRule.ONLY_APPROVED_TRANSFERS_ARE_SIGNED);
    }

    @Test
    void givenFailed_whenAGuardRetries_thenANewAttemptAndOldNewsChangesNothing() {
        given(INSTRUCTED, APPROVED, SIGNED, BROADCAST).then(new RecordFailure(ID, 1, "reverted"), FAILED);
        CustodyTransferApproved again = new CustodyTransferApproved(ID, 2, SMALL, GUARD, REASON);
        given(INSTRUCTED, APPROVED, SIGNED, BROADCAST, FAILED).then(new RetryCustodyTransfer(ID, GUARD, REASON), again);
        given(INSTRUCTED, APPROVED, SIGNED, BROADCAST, FAILED, again).repeats(new RecordFailure(ID, 1, "reverted"));
        given(INSTRUCTED, APPROVED, SIGNED, BROADCAST, FAILED, again)
                .refuses(new RecordFinal(ID, 1, 40, HASH), CustodyRule.A_TRANSFER_MOVES_FORWARD);
        given(INSTRUCTED, APPROVED)
                .refuses(new RetryCustodyTransfer(ID, GUARD, REASON), CustodyRule.ONLY_FAILED_TRANSFERS_ARE_RETRIED);
    }

    @Test
    void givenMovedOtherwise_whenRetried_thenRefused_andAGuardMayAcceptIt() {
        CustodyTransferFailed moved = new CustodyTransferFailed(ID, 1, "moved-otherwise: 990 of 1000");
        var failed = given(INSTRUCTED, APPROVED, SIGNED, BROADCAST, MINED, moved);
        failed.refuses(new RetryCustodyTransfer(ID, GUARD, REASON), CustodyRule.WHAT_HAS_MOVED_IS_NOT_SENT_AGAIN);
        failed.refuses(new AcceptCustodyTransfer(ID, SELLER, REASON), CustodyRule.A_PARTY_DOES_NOT_GUARD_ITS_OWN_TRADE);
        failed.refuses(new RecordFinal(ID, 1, 40, HASH), CustodyRule.A_TRANSFER_MOVES_FORWARD);
        CustodyTransferAccepted accepted = new CustodyTransferAccepted(ID, 1, GUARD, REASON);
        failed.then(new AcceptCustodyTransfer(ID, GUARD, REASON), accepted, FINAL);
        given(INSTRUCTED, APPROVED, SIGNED, BROADCAST, MINED, FAILED)
                .refuses(
                        new AcceptCustodyTransfer(ID, GUARD, REASON),
                        CustodyRule.ONLY_WHAT_MOVED_OTHERWISE_IS_ACCEPTED);
        given(INSTRUCTED, APPROVED, SIGNED, BROADCAST, MINED, moved, accepted, FINAL)
                .refuses(
                        new AcceptCustodyTransfer(ID, GUARD, REASON),
                        CustodyRule.ONLY_WHAT_MOVED_OTHERWISE_IS_ACCEPTED);
    }

    private static TransferInstruction instruction(AssetAmount amount, EvmAddress to) {
        return new TransferInstruction(
                new PaymentId(new UUID(3, 1)),
                new PurchaseRequestId(new UUID(3, 2)),
                BUYER,
                SELLER,
                TransferKind.RELEASE,
                SELLER,
                to,
                amount);
    }

    private static AggregateScenario<CustodyTransfer>.When given(
            List<CustodyTransferEvent> last, CustodyTransferEvent... first) {
        return given(Stream.concat(Stream.of(first), last.stream()).toArray(CustodyTransferEvent[]::new));
    }

    private static AggregateScenario<CustodyTransfer>.When given(CustodyTransferEvent... past) {
        return new AggregateScenario<>(CustodyTransfer.class, POLICY, OWN).given(List.of(past));
    }
}
