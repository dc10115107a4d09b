package io.amanat.domain.custody.screening;

import static io.amanat.domain.custody.screening.Facts.CLEAN;
import static io.amanat.domain.custody.screening.Facts.RULES;
import static io.amanat.domain.custody.screening.Facts.USDC;
import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.custody.screening.Assessment;
import io.amanat.contract.custody.screening.Finding;
import io.amanat.contract.custody.screening.ListCategory;
import io.amanat.contract.custody.screening.RuleEngine;
import io.amanat.contract.custody.screening.ScreeningCommand.ClearTransfer;
import io.amanat.contract.custody.screening.ScreeningCommand.RejectTransfer;
import io.amanat.contract.custody.screening.ScreeningCommand.ScreenTransfer;
import io.amanat.contract.custody.screening.ScreeningEvent;
import io.amanat.contract.custody.screening.ScreeningEvent.TransferCleared;
import io.amanat.contract.custody.screening.ScreeningEvent.TransferRejected;
import io.amanat.contract.custody.screening.ScreeningEvent.TransferScreened;
import io.amanat.contract.custody.screening.ScreeningId;
import io.amanat.contract.custody.screening.ScreeningRule;
import io.amanat.contract.custody.screening.ScreeningStatus;
import io.amanat.contract.custody.screening.Verdict;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.EvmAddress;
import io.amanat.domain.AggregateScenario;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScreeningTest {
    private static final PaymentId PAYMENT = new PaymentId(new UUID(1, 1));
    private static final PurchaseRequestId REQUEST = new PurchaseRequestId(new UUID(1, 2));
    private static final UserId BUYER = new UserId(new UUID(2, 1));
    private static final UserId SELLER = new UserId(new UUID(2, 2));
    private static final UserId GUARD = new UserId(new UUID(2, 3));
    private static final PersonalText REASON = PersonalText.of(GUARD, "cmVhc29u");
    private static final ObservedTransfer TRANSFER = transfer("100", "0x" + "11".repeat(32), Facts.SENDER);
    private static final ScreeningId ID = ScreeningId.of(PAYMENT, TRANSFER);
    private static final TransferScreened PASSED = screened(CLEAN, Verdict.PASS);
    private static final Facts LARGE = CLEAN.window("5000", 0);
    private static final TransferScreened HELD = screened(LARGE, Verdict.HOLD, Finding.WINDOW_AMOUNT_ABOVE_LIMIT);
    private static final Facts DOWN = CLEAN.unanswered("chain");
    private static final TransferScreened UNKNOWN = screened(DOWN, Verdict.HOLD, Finding.SOURCE_UNANSWERED);
    private static final TransferCleared CLEARED =
            new TransferCleared(ID, PAYMENT, TRANSFER.key(), TRANSFER.amount(), GUARD, REASON);
    private static final TransferRejected REJECTED =
            new TransferRejected(ID, PAYMENT, TRANSFER.key(), TRANSFER.amount(), GUARD, REASON);

    private final AggregateScenario<Screening> screening = new AggregateScenario<>(Screening.class);

    @Test
    void givenNothing_whenScreened_thenTheVerdictIsStoredAndAnswered() {
        whenScreened(List.of(), CLEAN, ScreeningStatus.PASSED, PASSED);
        whenScreened(List.of(), LARGE, ScreeningStatus.HELD, HELD);
        whenScreened(
                List.of(),
                CLEAN.listed(ListCategory.SANCTIONED),
                ScreeningStatus.REJECTED,
                screened(CLEAN.listed(ListCategory.SANCTIONED), Verdict.REJECT, Finding.SENDER_SANCTIONED));
    }

    @Test
    void givenAVerdict_whenScreenedAgainWithOtherFacts_thenItStands() {
        whenScreened(List.of(PASSED), CLEAN.listed(ListCategory.SANCTIONED), ScreeningStatus.PASSED);
        whenScreened(List.of(HELD), CLEAN, ScreeningStatus.HELD);
        whenScreened(List.of(HELD, CLEARED), LARGE, ScreeningStatus.CLEARED);
        whenScreened(List.of(HELD, REJECTED), CLEAN, ScreeningStatus.REJECTED);
    }

    @Test
    void givenSomebodyHadNotAnswered_whenTheyDo_thenTheVerdictIsReached() {
        whenScreened(List.of(UNKNOWN), DOWN, ScreeningStatus.HELD);
        whenScreened(List.of(UNKNOWN), CLEAN, ScreeningStatus.PASSED, PASSED);
        whenScreened(List.of(UNKNOWN), LARGE, ScreeningStatus.HELD, HELD);
        whenScreened(List.of(UNKNOWN, CLEARED), LARGE, ScreeningStatus.CLEARED);
    }

    @Test
    void givenHeld_whenAGuardDecides_thenSo() {
        screening.given(List.of(HELD)).then(clear(GUARD), CLEARED);
        screening.given(List.of(HELD)).then(reject(GUARD), REJECTED);
        screening.given(List.of(UNKNOWN)).then(clear(GUARD), CLEARED);
    }

    @Test
    void givenNotHeld_whenAGuardDecides_thenRefused() {
        for (List<ScreeningEvent> past :
                List.<List<ScreeningEvent>>of(List.of(PASSED), List.of(HELD, CLEARED), List.of(HELD, REJECTED))) {
            screening.given(past).refuses(clear(GUARD), ScreeningRule.ONLY_HELD_TRANSFERS_ARE_DECIDED);
            screening.given(past).refuses(reject(GUARD), ScreeningRule.ONLY_HELD_TRANSFERS_ARE_DECIDED);
        }
    }

    @Test
    void givenHeld_whenAPartyDecides_thenRefused() {
        for (UserId party : List.of(BUYER, SELLER)) {
            screening.given(List.of(HELD)).refuses(clear(party), ScreeningRule.A_PARTY_DOES_NOT_CLEAR_ITS_OWN_MONEY);
            screening.given(List.of(HELD)).refuses(reject(party), ScreeningRule.A_PARTY_DOES_NOT_CLEAR_ITS_OWN_MONEY);
        }
    }

    @Test
    void givenAStoredVerdict_whenComputedAgain_thenTheSame_andATamperedOneIsNot() {
        assertThat(PASSED.stands()).isTrue();
        assertThat(HELD.stands()).isTrue();
        assertThat(new TransferScreened(
                                ID,
                                PAYMENT,
                                REQUEST,
                                TRANSFER,
                                RULES.version(),
                                RULES,
                                LARGE.inputs(),
                                Verdict.PASS,
                                List.of())
                        .stands())
                .isFalse();
    }

    @Test
    void givenATransfer_thenItsCheckFollowsFromIt_andTheBlockDoesNotMatter() {
        String block = "0x" + "22".repeat(32);
        assertThat(ScreeningId.of(PAYMENT, transfer("100", block, Facts.SENDER)))
                .isEqualTo(ID);
        assertThat(List.of(
                        ID,
                        ScreeningId.of(PAYMENT, transfer("100.01", block, Facts.SENDER)),
                        ScreeningId.of(PAYMENT, transfer("100", block, USDC.contract())),
                        ScreeningId.of(new PaymentId(new UUID(1, 9)), TRANSFER)))
                .doesNotHaveDuplicates();
    }

    private void whenScreened(
            List<? extends ScreeningEvent> past, Facts facts, ScreeningStatus answer, ScreeningEvent... events) {
        screening
                .given(past)
                .when(new ScreenTransfer(ID, PAYMENT, REQUEST, TRANSFER, RULES, facts.inputs()))
                .expectEvents((Object[]) events)
                .expectResultMessagePayload(answer);
    }

    private static ClearTransfer clear(UserId by) {
        return new ClearTransfer(ID, BUYER, SELLER, by, REASON);
    }

    private static RejectTransfer reject(UserId by) {
        return new RejectTransfer(ID, BUYER, SELLER, by, REASON);
    }

    private static TransferScreened screened(Facts facts, Verdict verdict, Finding... findings) {
        assertThat(RuleEngine.assess(RULES, facts.inputs())).isEqualTo(new Assessment(verdict, List.of(findings)));
        return new TransferScreened(
                ID, PAYMENT, REQUEST, TRANSFER, RULES.version(), RULES, facts.inputs(), verdict, List.of(findings));
    }

    private static ObservedTransfer transfer(String amount, String block, EvmAddress from) {
        return new ObservedTransfer(
                new TransferKey(31_337, "0x" + "77".repeat(32), 4),
                from,
                new EvmAddress("0x" + "ee".repeat(20)),
                USDC.amount(amount),
                7,
                block);
    }
}
