package io.amanat.domain.custody;

import io.amanat.contract.custody.CustodyRule;
import io.amanat.contract.custody.CustodyTransferCommand.InstructCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.RedirectCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.RetryCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferEvent;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferApproved;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferFailed;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferFirstApproved;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferInstructed;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferRedirected;
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
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.domain.AggregateScenario;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A leg that failed is paid to another address of its recipient. */
class RedirectingTest {
    private static final CustodyTransferId ID = new CustodyTransferId(new UUID(1, 1));
    private static final UserId BUYER = new UserId(new UUID(2, 1));
    private static final UserId SELLER = new UserId(new UUID(2, 2));
    private static final UserId GUARD = new UserId(new UUID(2, 3));
    private static final UserId OTHER_GUARD = new UserId(new UUID(2, 4));
    private static final PersonalText REASON = PersonalText.of(GUARD, "reason");
    private static final EvmAddress LISTED = new EvmAddress("0x" + "ab".repeat(20));
    private static final EvmAddress NEW = new EvmAddress("0x" + "cd".repeat(20));
    private static final EvmAddress OURS = new EvmAddress("0x" + "0a".repeat(20));
    private static final OwnAddresses OWN = OURS::equals;
    private static final Asset USDC = new Asset(31337, new EvmAddress("0x" + "ef".repeat(20)), Currency.USDC, 6);
    private static final TransferInstruction LEG = instruction(TransferKind.RELEASE);
    private static final CustodyTransferInstructed INSTRUCTED = new CustodyTransferInstructed(ID, LEG, true);
    private static final CustodyTransferApproved APPROVED = new CustodyTransferApproved(ID, 1, LEG, GUARD, REASON);
    private static final CustodyTransferSigned SIGNED =
            new CustodyTransferSigned(ID, 1, new SignedTransaction(31337, OURS, 5, "0x77", "0x02ff"));
    private static final CustodyTransferFailed FAILED =
            new CustodyTransferFailed(ID, 1, "refused-by-token: execution reverted: account is blacklisted");
    private static final CustodyTransferRedirected REDIRECTED =
            new CustodyTransferRedirected(ID, 1, NEW, LISTED, GUARD, REASON);
    private static final RedirectCustodyTransfer REDIRECT = new RedirectCustodyTransfer(ID, NEW, GUARD, REASON);

    @Test
    void givenFailed_whenRedirectedAndRetried_thenTheNextAttemptGoesToTheOtherAddress() {
        given(INSTRUCTED, APPROVED, FAILED).then(REDIRECT, REDIRECTED);
        given(INSTRUCTED, APPROVED, FAILED, REDIRECTED).repeats(REDIRECT);
        given(INSTRUCTED, APPROVED, FAILED, REDIRECTED)
                .then(
                        new RetryCustodyTransfer(ID, GUARD, REASON),
                        new CustodyTransferApproved(ID, 2, LEG.to(NEW), GUARD, REASON));
    }

    @Test
    void givenItsTransactionHasRevertedForGood_thenItIsRedirectedToo() {
        given(INSTRUCTED, APPROVED, SIGNED, new CustodyTransferFailed(ID, 1, "reverted"))
                .then(REDIRECT, REDIRECTED);
    }

    @Test
    void givenParkedBeforeItsFirstAttempt_thenItIsRedirectedToo() {
        given(
                        INSTRUCTED,
                        new CustodyTransferFailed(
                                ID, 0, TransferFailures.refused(CustodyRule.MONEY_NEVER_COMES_BACK_TO_US)))
                .then(REDIRECT, new CustodyTransferRedirected(ID, 0, NEW, LISTED, GUARD, REASON));
    }

    @Test
    void givenAnythingButFailed_whenRedirected_thenRefusedSoThatNothingGoesToTwoAddresses() {
        given(INSTRUCTED).refuses(REDIRECT, CustodyRule.ONLY_FAILED_TRANSFERS_ARE_REDIRECTED);
        given(INSTRUCTED, APPROVED).refuses(REDIRECT, CustodyRule.ONLY_FAILED_TRANSFERS_ARE_REDIRECTED);
        given(INSTRUCTED, APPROVED, SIGNED).refuses(REDIRECT, CustodyRule.ONLY_FAILED_TRANSFERS_ARE_REDIRECTED);
        given(INSTRUCTED, APPROVED, FAILED, new CustodyTransferApproved(ID, 2, LEG, GUARD, REASON))
                .refuses(REDIRECT, CustodyRule.ONLY_FAILED_TRANSFERS_ARE_REDIRECTED);
        given(INSTRUCTED, APPROVED, SIGNED, new CustodyTransferFailed(ID, 1, "moved-otherwise: 990 of 1000"))
                .refuses(REDIRECT, CustodyRule.WHAT_HAS_MOVED_IS_NOT_SENT_AGAIN);
        given(
                        INSTRUCTED,
                        APPROVED,
                        SIGNED,
                        new CustodyTransferFailed(ID, 1, "moved-otherwise: 990 of 1000"),
                        REDIRECTED)
                .refuses(new RetryCustodyTransfer(ID, GUARD, REASON), CustodyRule.WHAT_HAS_MOVED_IS_NOT_SENT_AGAIN);
    }

    @Test
    void givenAPartyOrABadAddressOrAStray_whenRedirected_thenRefused() {
        for (UserId party : List.of(BUYER, SELLER)) {
            given(INSTRUCTED, APPROVED, FAILED)
                    .refuses(
                            new RedirectCustodyTransfer(ID, NEW, party, REASON),
                            CustodyRule.A_PARTY_DOES_NOT_GUARD_ITS_OWN_TRADE);
        }
        for (EvmAddress real : List.of(USDC.contract(), new EvmAddress("0x" + "00".repeat(20)))) {
            given(INSTRUCTED, APPROVED, FAILED)
                    .refuses(
                            new RedirectCustodyTransfer(ID, real, GUARD, REASON),
                            CustodyRule.MONEY_GOES_TO_A_REAL_ADDRESS);
        }
        given(INSTRUCTED, APPROVED, FAILED)
                .refuses(
                        new RedirectCustodyTransfer(ID, OURS, GUARD, REASON), CustodyRule.MONEY_NEVER_COMES_BACK_TO_US);
        TransferInstruction stray = instruction(TransferKind.STRAY_RETURN);
        given(
                        new CustodyTransferInstructed(ID, stray, false),
                        new CustodyTransferApproved(ID, 1, stray, null, null),
                        FAILED)
                .refuses(REDIRECT, CustodyRule.ONLY_LEGS_OF_A_SETTLEMENT_ARE_REDIRECTED);
    }

    @Test
    void givenOneGuardApprovedTheOldAddress_whenRedirected_thenTwoApproveTheNewOne() {
        CustodyTransferFirstApproved first = new CustodyTransferFirstApproved(ID, GUARD, REASON);
        given(INSTRUCTED, APPROVED, FAILED, first)
                .then(
                        new RedirectCustodyTransfer(ID, NEW, OTHER_GUARD, REASON),
                        new CustodyTransferRedirected(ID, 1, NEW, LISTED, OTHER_GUARD, REASON));
        var limited = new ApprovalPolicy(Map.of(), Map.of());
        new AggregateScenario<>(CustodyTransfer.class, limited, OWN)
                .given(List.of(INSTRUCTED, APPROVED, FAILED, first, REDIRECTED))
                .then(
                        new RetryCustodyTransfer(ID, OTHER_GUARD, REASON),
                        new CustodyTransferFirstApproved(ID, OTHER_GUARD, REASON));
    }

    /** The event behind the instruction comes again after a crash; it says what it said. */
    @Test
    void givenRedirected_whenInstructedAgainAsAtFirst_thenNothing() {
        given(INSTRUCTED, APPROVED, FAILED, REDIRECTED).repeats(new InstructCustodyTransfer(ID, LEG));
        given(INSTRUCTED, APPROVED, FAILED, REDIRECTED)
                .refuses(new InstructCustodyTransfer(ID, LEG.to(NEW)), CustodyRule.A_TRANSFER_IS_INSTRUCTED_ONCE);
    }

    private static TransferInstruction instruction(TransferKind kind) {
        return new TransferInstruction(
                new PaymentId(new UUID(3, 1)),
                new PurchaseRequestId(new UUID(3, 2)),
                BUYER,
                SELLER,
                kind,
                SELLER,
                LISTED,
                USDC.amount("1000"));
    }

    private static AggregateScenario<CustodyTransfer>.When given(CustodyTransferEvent... past) {
        ApprovalPolicy policy = new ApprovalPolicy(
                Map.of(Currency.USDC, BigInteger.ZERO), Map.of(Currency.USDC, BigInteger.valueOf(10_000)));
        return new AggregateScenario<>(CustodyTransfer.class, policy, OWN).given(List.of(past));
    }
}
