package io.amanat.domain.identity;

import static io.amanat.domain.AggregateScenario.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.custody.OwnAddresses;
import io.amanat.contract.identity.ChainFamily;
import io.amanat.contract.identity.IdentityRule;
import io.amanat.contract.identity.PayoutAddressCommand.ConfirmPayoutAddress;
import io.amanat.contract.identity.PayoutAddressCommand.RegisterPayoutAddress;
import io.amanat.contract.identity.PayoutAddressCommand.UsePayoutAddress;
import io.amanat.contract.identity.PayoutAddressCommand.WithdrawPayoutAddress;
import io.amanat.contract.identity.PayoutAddressEvent;
import io.amanat.contract.identity.PayoutAddressEvent.PayoutAddressConfirmed;
import io.amanat.contract.identity.PayoutAddressEvent.PayoutAddressRegistered;
import io.amanat.contract.identity.PayoutAddressEvent.PayoutAddressWithdrawn;
import io.amanat.contract.identity.PayoutAddressId;
import io.amanat.contract.identity.PayoutAddressPolicy;
import io.amanat.contract.identity.PayoutChallenge;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.TextSignature;
import io.amanat.domain.AggregateScenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PayoutAddressTest {
    private static final UserId USER = new UserId(new UUID(2, 1));
    private static final PayoutAddressId ID = PayoutAddressId.of(USER, ChainFamily.EVM);
    private static final EvmAddress A = new EvmAddress("0x" + "a".repeat(40));
    private static final EvmAddress B = new EvmAddress("0x" + "b".repeat(40));
    private static final EvmAddress C = new EvmAddress("0x" + "c".repeat(40));
    private static final EvmAddress OURS = new EvmAddress("0x" + "0f".repeat(20));
    private static final EvmAddress ZERO = new EvmAddress("0x" + "0".repeat(40));
    private static final Duration COOLING_OFF = Duration.ofHours(24);
    private static final OwnAddresses OWN = OURS::equals;

    /** A "signature" is the address and the text that it signs. */
    private static final TextSignature SIGNATURES = (text, signature) ->
            signature.endsWith("|" + text) ? Optional.of(new EvmAddress(signature.substring(0, 42))) : Optional.empty();

    @Test
    void givenNothing_whenRegistered_thenAskedFor() {
        given().then(register(A, challenge(A, NOW)), registered(A, NOW));
        given().when(register(A, challenge(A, NOW))).expectResultMessagePayload(challenge(A, NOW));
    }

    @Test
    void givenRegistered_whenRepeated_thenTheAnswerIsTheFirstChallenge() {
        assertThat(register(A, challenge(A, NOW.plusSeconds(7))).answer(registered(A, NOW)))
                .isEqualTo(challenge(A, NOW));
    }

    @Test
    void givenNothing_whenZeroOrOurs_thenRefused() {
        given().refuses(register(ZERO, challenge(ZERO, NOW)), IdentityRule.A_PAYOUT_ADDRESS_IS_A_PERSONS);
        given().refuses(register(OURS, challenge(OURS, NOW)), IdentityRule.A_PAYOUT_ADDRESS_IS_A_PERSONS);
        given().refuses(register(A, challenge(B, NOW)), IdentityRule.A_CHALLENGE_IS_ASKED_FOR_FIRST);
    }

    @Test
    void givenFirstAddress_whenItsOwnerSigns_thenUsedAtOnce() {
        given(registered(A, NOW)).then(confirm(A, A, NOW), confirmed(A, NOW, null));
        given(registered(A, NOW), confirmed(A, NOW, null)).repeats(new UsePayoutAddress(ID, A));
    }

    @Test
    void givenChallenge_whenSomebodyElseSignsOrAnotherText_thenRefused() {
        given(registered(A, NOW)).refuses(confirm(A, B, NOW), IdentityRule.THE_OWNER_SIGNS_FOR_A_PAYOUT_ADDRESS);
        given(registered(A, NOW))
                .refuses(confirm(A, A, NOW.minusSeconds(1)), IdentityRule.THE_OWNER_SIGNS_FOR_A_PAYOUT_ADDRESS);
        given(registered(A, NOW)).refuses(confirm(B, B, NOW), IdentityRule.A_CHALLENGE_IS_ASKED_FOR_FIRST);
        Instant before = NOW.minus(Duration.ofMinutes(15));
        given(registered(A, before)).refuses(confirm(A, A, before), IdentityRule.A_CHALLENGE_EXPIRES);
    }

    @Test
    void givenChallengeOfAnAddressThatBecameOurs_whenSigned_thenRefused() {
        given(registered(OURS, NOW)).refuses(confirm(OURS, OURS, NOW), IdentityRule.A_PAYOUT_ADDRESS_IS_A_PERSONS);
    }

    @Test
    void givenAnsweredChallenge_whenTheSameAnswerComesAgain_thenNothing() {
        given(registered(A, NOW), confirmed(A, NOW, null)).repeats(confirm(A, A, NOW));
        given(registered(A, NOW), confirmed(A, NOW, null), registered(B, NOW), confirmed(B, NOW.plus(COOLING_OFF), A))
                .repeats(confirm(B, B, NOW));
        given(registered(A, NOW), confirmed(A, NOW, null))
                .refuses(confirm(B, B, NOW), IdentityRule.A_CHALLENGE_IS_ASKED_FOR_FIRST);
    }

    @Test
    void givenAddress_whenAnotherIsConfirmed_thenItWaitsAndTheFirstIsUsed() {
        given(registered(A, NOW), confirmed(A, NOW, null), registered(B, NOW))
                .then(confirm(B, B, NOW), confirmed(B, NOW.plus(COOLING_OFF), A));
        var cooling = given(
                registered(A, NOW), confirmed(A, NOW, null), registered(B, NOW), confirmed(B, NOW.plusNanos(1), A));
        cooling.repeats(new UsePayoutAddress(ID, A));
        cooling.refuses(new UsePayoutAddress(ID, B), IdentityRule.A_PAYOUT_ADDRESS_IS_CONFIRMED_FIRST);
        var over = given(registered(A, NOW), confirmed(A, NOW, null), registered(B, NOW), confirmed(B, NOW, A));
        over.repeats(new UsePayoutAddress(ID, B));
        over.refuses(new UsePayoutAddress(ID, A), IdentityRule.A_PAYOUT_ADDRESS_IS_CONFIRMED_FIRST);
    }

    @Test
    void givenWaitingAddress_whenConfirmedAgain_thenTheWaitIsNeitherShorterNorLonger() {
        Instant from = NOW.plusSeconds(60);
        var cooling = new PayoutAddressEvent[] {registered(A, NOW), confirmed(A, NOW, null), confirmed(B, from, A)};
        given(and(cooling, registered(B, NOW))).then(confirm(B, B, NOW), confirmed(B, from, A));
        given(and(cooling, registered(C, NOW))).then(confirm(C, C, NOW), confirmed(C, NOW.plus(COOLING_OFF), A));
        given(and(cooling, registered(A, NOW))).then(confirm(A, A, NOW), confirmed(A, NOW, null));
    }

    @Test
    void givenWaitingAddress_whenWithdrawn_thenTheFirstStays_andTheNextWaitsAllTheSame() {
        PayoutAddressWithdrawn withdrawn = new PayoutAddressWithdrawn(ID, USER, B, A);
        given(registered(A, NOW), confirmed(A, NOW, null), confirmed(B, NOW.plusSeconds(1), A))
                .then(new WithdrawPayoutAddress(ID), withdrawn);
        given(registered(A, NOW), confirmed(A, NOW, null), confirmed(B, NOW, A))
                .refuses(new WithdrawPayoutAddress(ID), IdentityRule.ONLY_A_WAITING_ADDRESS_IS_WITHDRAWN);
        var after = new PayoutAddressEvent[] {
            registered(A, NOW), confirmed(A, NOW, null), confirmed(B, NOW.plusSeconds(1), A), withdrawn
        };
        given(after).repeats(new UsePayoutAddress(ID, A));
        given(and(after, registered(C, NOW))).then(confirm(C, C, NOW), confirmed(C, NOW.plus(COOLING_OFF), A));
    }

    @Test
    void givenUnconfirmedAddress_whenUsed_thenRefused() {
        given(registered(A, NOW))
                .refuses(new UsePayoutAddress(ID, A), IdentityRule.A_PAYOUT_ADDRESS_IS_CONFIRMED_FIRST);
    }

    @Test
    void givenChallenge_thenItsTextIsThis() {
        assertThat(challenge(A, NOW).text()).isEqualTo("""
            amanat.example asks you to confirm that you own this account:
            0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa

            What you are owed in your trades will be paid to it. Signing this moves no money and costs nothing.

            User: 00000000-0000-0002-0000-000000000001
            Version: 1
            Nonce: n1
            Issued At: 2026-03-01T12:00:00Z
            Expiration Time: 2026-03-01T12:15:00Z\
            """);
    }

    private static AggregateScenario<PayoutAddress>.When given(PayoutAddressEvent... past) {
        PayoutAddressPolicy policy = new PayoutAddressPolicy("amanat.example", Duration.ofMinutes(15), COOLING_OFF);
        return new AggregateScenario<>(PayoutAddress.class, OWN, SIGNATURES, policy).given(List.of(past));
    }

    private static PayoutAddressEvent[] and(PayoutAddressEvent[] past, PayoutAddressEvent last) {
        PayoutAddressEvent[] all = java.util.Arrays.copyOf(past, past.length + 1);
        all[past.length] = last;
        return all;
    }

    private static RegisterPayoutAddress register(EvmAddress address, PayoutChallenge challenge) {
        return new RegisterPayoutAddress(ID, USER, ChainFamily.EVM, address, challenge);
    }

    private static ConfirmPayoutAddress confirm(EvmAddress address, EvmAddress signer, Instant issuedAt) {
        return new ConfirmPayoutAddress(
                ID, address, signer + "|" + challenge(address, issuedAt).text());
    }

    private static PayoutAddressRegistered registered(EvmAddress address, Instant at) {
        return new PayoutAddressRegistered(ID, USER, ChainFamily.EVM, address, challenge(address, at));
    }

    private static PayoutAddressConfirmed confirmed(
            EvmAddress address, Instant from, @org.jspecify.annotations.Nullable EvmAddress meanwhile) {
        return new PayoutAddressConfirmed(ID, USER, address, from, meanwhile);
    }

    private static PayoutChallenge challenge(EvmAddress address, Instant at) {
        return new PayoutChallenge("amanat.example", USER, address.value(), "n1", at, at.plus(Duration.ofMinutes(15)));
    }
}
