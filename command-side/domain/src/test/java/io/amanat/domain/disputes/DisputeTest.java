package io.amanat.domain.disputes;

import io.amanat.contract.disputes.*;
import io.amanat.contract.disputes.DisputeCommand.*;
import io.amanat.contract.disputes.DisputeEvent.*;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DisputeTest {
    private static final DisputeId DISPUTE = new DisputeId(new UUID(1, 1));
    private static final UserId BUYER = new UserId(new UUID(2, 1));
    private static final UserId SELLER = new UserId(new UUID(2, 2));
    private static final UserId RESOLVER = new UserId(new UUID(2, 3));
    private static final UserId STRANGER = new UserId(new UUID(2, 4));
    private static final PaymentId PAYMENT = new PaymentId(new UUID(3, 1));
    private static final PurchaseRequestId REQUEST = new PurchaseRequestId(new UUID(4, 1));
    private static final Asset USDT = new Asset(1, address("a1"), Currency.USDT, 6);
    private static final Asset ELSEWHERE = new Asset(56, address("a1"), Currency.USDT, 6);
    private static final Evidence EVIDENCE = new Evidence(new UUID(5, 1), text("photo"), null);
    private static final Ruling REFUND = Ruling.of(RulingKind.REFUND);

    @Test
    void givenNothing_whenOpened_thenOpened() {
        given().then(new OpenDispute(DISPUTE, caseBy(BUYER, "reason")), opened(BUYER));
        given().then(new OpenDispute(DISPUTE, caseBy(SELLER, "reason")), opened(SELLER));
    }

    @Test
    void givenDispute_whenOpenedAgain_thenNothingUnlessAboutSomethingElse() {
        given(opened(BUYER)).repeats(new OpenDispute(DISPUTE, caseBy(BUYER, "sealed-anew")));
        given(opened(BUYER), resolved(REFUND, RESOLVER)).repeats(new OpenDispute(DISPUTE, caseBy(BUYER, "reason")));
        given(opened(BUYER))
                .refuses(new OpenDispute(DISPUTE, caseBy(SELLER, "reason")), DisputeRule.A_DISPUTE_IS_OPENED_ONCE);
    }

    @Test
    void givenNothing_whenOpenedByStranger_thenRefused() {
        given().refuses(
                        new OpenDispute(DISPUTE, caseBy(STRANGER, "reason")),
                        DisputeRule.ONLY_PARTIES_AND_RESOLVERS_SPEAK);
    }

    @Test
    void givenDispute_whenOpenerOrResolverSpeaks_thenAddedAndStillUnanswered() {
        given(opened(BUYER)).then(evidence(BUYER, false), evidenceBy(BUYER));
        given(opened(BUYER)).then(evidence(RESOLVER, true), evidenceBy(RESOLVER));
        given(opened(BUYER)).then(entry(BUYER), entryBy(BUYER));
    }

    @Test
    void givenDispute_whenRespondentSpeaksFirst_thenResponseReceivedOnce() {
        given(opened(BUYER)).then(evidence(SELLER, false), evidenceBy(SELLER), response(SELLER));
        given(opened(BUYER)).then(entry(SELLER), entryBy(SELLER), response(SELLER));
        given(opened(SELLER)).then(entry(BUYER), entryBy(BUYER), response(BUYER));
        given(opened(BUYER), evidenceBy(SELLER), response(SELLER)).then(entry(SELLER), entryBy(SELLER));
    }

    @Test
    void givenContribution_whenAddedAgain_thenNothing() {
        given(opened(BUYER), evidenceBy(SELLER), response(SELLER)).repeats(evidence(SELLER, false));
        given(opened(BUYER), entryBy(BUYER)).repeats(entry(BUYER));
        given(opened(BUYER), entryBy(BUYER), resolved(REFUND, RESOLVER)).repeats(entry(BUYER));
    }

    @Test
    void givenDispute_whenStrangerSpeaks_thenRefused() {
        given(opened(BUYER)).refuses(evidence(STRANGER, false), DisputeRule.ONLY_PARTIES_AND_RESOLVERS_SPEAK);
        given(opened(BUYER)).refuses(entry(STRANGER), DisputeRule.ONLY_PARTIES_AND_RESOLVERS_SPEAK);
    }

    @Test
    void givenResolvedDispute_whenAnythingIsAdded_thenRefused() {
        var rule = DisputeRule.ONLY_UNRESOLVED_DISPUTES_CHANGE;
        given(opened(BUYER), resolved(REFUND, RESOLVER)).refuses(evidence(SELLER, false), rule);
        given(opened(BUYER), resolved(REFUND, RESOLVER)).refuses(entry(RESOLVER, true), rule);
    }

    @Test
    void givenTwoHundredContributions_whenMoreAreAdded_thenRefused() {
        List<DisputeEvent> past = new ArrayList<>(List.of(opened(BUYER)));
        for (int i = 0; i < 100; i++) {
            past.add(new TimelineEntryAdded(DISPUTE, BUYER, new UUID(6, i), text("note")));
            past.add(new EvidenceAdded(DISPUTE, BUYER, new Evidence(new UUID(7, i), text("note"), null)));
        }
        scenario().given(past.subList(0, 200)).then(entry(BUYER), entryBy(BUYER));
        scenario().given(past).refuses(entry(BUYER), DisputeRule.DISPUTES_STAY_WITHIN_LIMITS);
        scenario().given(past).refuses(evidence(BUYER, false), DisputeRule.DISPUTES_STAY_WITHIN_LIMITS);
    }

    @Test
    void givenDispute_whenResolved_thenResolved() {
        for (RulingKind kind : List.of(RulingKind.REFUND, RulingKind.REPLACEMENT, RulingKind.NO_ACTION)) {
            given(opened(BUYER)).then(resolve(RESOLVER, Ruling.of(kind)), resolved(Ruling.of(kind), RESOLVER));
        }
        given(opened(BUYER), entryBy(SELLER), response(SELLER))
                .then(resolve(RESOLVER, REFUND), resolved(REFUND, RESOLVER));
    }

    @Test
    void givenResolvedDispute_whenResolvedAgain_thenNothingUnlessOtherwise() {
        var rule = DisputeRule.ONLY_UNRESOLVED_DISPUTES_CHANGE;
        given(opened(BUYER), resolved(REFUND, RESOLVER)).repeats(resolve(RESOLVER, REFUND));
        given(opened(BUYER), resolved(REFUND, RESOLVER))
                .refuses(resolve(RESOLVER, Ruling.of(RulingKind.NO_ACTION)), rule);
        given(opened(BUYER), resolved(REFUND, RESOLVER)).refuses(resolve(STRANGER, REFUND), rule);
        given(opened(BUYER), lapsed(SELLER), resolved(REFUND, null)).refuses(resolve(RESOLVER, REFUND), rule);
    }

    @Test
    void givenDispute_whenPartyResolves_thenRefused() {
        var rule = DisputeRule.A_PARTY_DOES_NOT_RESOLVE_ITS_OWN_DISPUTE;
        given(opened(BUYER)).refuses(resolve(BUYER, REFUND), rule);
        given(opened(BUYER)).refuses(resolve(SELLER, REFUND), rule);
    }

    @Test
    void givenSplit_whenItGivesOutExactlyWhatIsHeld_thenResolved() {
        Ruling split = Ruling.compensation(USDT.amount("0.000001"), USDT.amount("99.999999"));
        given(opened(BUYER)).then(resolve(RESOLVER, split), resolved(split, RESOLVER));
    }

    @Test
    void givenSplit_whenItDoesNot_thenRefused() {
        for (Ruling split : List.of(
                Ruling.compensation(USDT.amount("50"), USDT.amount("49.999999")),
                Ruling.compensation(USDT.amount("50"), USDT.amount("50.000001")),
                Ruling.compensation(USDT.amount("0"), USDT.amount("100")),
                Ruling.compensation(USDT.amount("100"), USDT.amount("0")),
                Ruling.compensation(ELSEWHERE.amount("50"), USDT.amount("50")),
                Ruling.compensation(USDT.amount("50"), ELSEWHERE.amount("50")),
                Ruling.compensation(huge(), huge()))) {
            given(opened(BUYER)).refuses(resolve(RESOLVER, split), DisputeRule.A_SPLIT_GIVES_OUT_EXACTLY_WHAT_IS_HELD);
        }
    }

    @Test
    void givenSilentRespondent_whenResponseLapses_thenDecidedForTheOneWhoOpened() {
        LapseResponse lapse = new LapseResponse(DISPUTE);
        Ruling noAction = Ruling.of(RulingKind.NO_ACTION);
        given(opened(BUYER)).then(lapse, lapsed(SELLER), resolved(REFUND, null));
        given(opened(SELLER)).then(lapse, lapsed(BUYER), resolved(noAction, null));
        given(opened(BUYER), lapsed(SELLER), resolved(REFUND, null)).repeats(lapse);
    }

    @Test
    void givenAnsweredOrResolvedDispute_whenResponseLapses_thenRefused() {
        LapseResponse lapse = new LapseResponse(DISPUTE);
        given(opened(BUYER), entryBy(SELLER), response(SELLER))
                .refuses(lapse, DisputeRule.ONLY_UNANSWERED_DISPUTES_LAPSE);
        given(opened(BUYER), resolved(REFUND, RESOLVER)).refuses(lapse, DisputeRule.ONLY_UNRESOLVED_DISPUTES_CHANGE);
    }

    private static AggregateScenario<Dispute> scenario() {
        return new AggregateScenario<>(Dispute.class);
    }

    private static AggregateScenario<Dispute>.When given(DisputeEvent... past) {
        return scenario().given(List.of(past));
    }

    private static DisputeCase caseBy(UserId opener, String reason) {
        Instant respondBy = Instant.parse("2026-03-08T12:00:00Z").plusSeconds(reason.length());
        return new DisputeCase(
                PAYMENT,
                REQUEST,
                BUYER,
                SELLER,
                opener,
                DisputeCategory.DAMAGED,
                text(reason),
                USDT.amount("100"),
                respondBy);
    }

    private static DisputeOpened opened(UserId opener) {
        return new DisputeOpened(DISPUTE, caseBy(opener, "reason"));
    }

    private static AddEvidence evidence(UserId by, boolean byResolver) {
        return new AddEvidence(DISPUTE, by, byResolver, EVIDENCE);
    }

    private static EvidenceAdded evidenceBy(UserId by) {
        return new EvidenceAdded(DISPUTE, by, EVIDENCE);
    }

    private static AddTimelineEntry entry(UserId by) {
        return entry(by, false);
    }

    private static AddTimelineEntry entry(UserId by, boolean byResolver) {
        return new AddTimelineEntry(DISPUTE, by, byResolver, new UUID(8, 1), text("note"));
    }

    private static TimelineEntryAdded entryBy(UserId by) {
        return new TimelineEntryAdded(DISPUTE, by, new UUID(8, 1), text("note"));
    }

    private static DisputeResponseReceived response(UserId by) {
        return new DisputeResponseReceived(DISPUTE, by);
    }

    private static DisputeResponseLapsed lapsed(UserId respondent) {
        return new DisputeResponseLapsed(DISPUTE, respondent);
    }

    private static ResolveDispute resolve(UserId by, Ruling ruling) {
        return new ResolveDispute(DISPUTE, by, ruling, text("rationale"));
    }

    private static DisputeResolved resolved(Ruling ruling, @Nullable UserId by) {
        return new DisputeResolved(DISPUTE, PAYMENT, REQUEST, ruling, by, by == null ? null : text("rationale"));
    }

    private static AssetAmount huge() {
        return USDT.units(BigInteger.TWO.pow(256).subtract(BigInteger.ONE));
    }

    private static PersonalText text(String ciphertext) {
        return PersonalText.of(BUYER, ciphertext);
    }

    private static EvmAddress address(String end) {
        return new EvmAddress("0x" + "0".repeat(38) + end);
    }
}
