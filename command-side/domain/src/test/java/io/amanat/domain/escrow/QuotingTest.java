package io.amanat.domain.escrow;

import static io.amanat.domain.escrow.Fixtures.*;
import static io.amanat.domain.escrow.PaymentScenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.escrow.EscrowEvent.EscrowFunded;
import io.amanat.contract.escrow.EscrowState;
import io.amanat.contract.escrow.ExcessCause;
import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.contract.escrow.PayInEvent.ExcessSetAside;
import io.amanat.contract.escrow.PayInEvent.FundsHeld;
import io.amanat.contract.escrow.PayInEvent.PaymentExpired;
import io.amanat.contract.escrow.PayInEvent.TransferRetracted;
import io.amanat.contract.escrow.PaymentCommand;
import io.amanat.contract.escrow.PaymentCommand.ConfirmTransfer;
import io.amanat.contract.escrow.PaymentCommand.OpenPayment;
import io.amanat.contract.escrow.PaymentCommand.QuotePayment;
import io.amanat.contract.escrow.PaymentCommand.RenewQuote;
import io.amanat.contract.escrow.PaymentStatus;
import io.amanat.contract.escrow.QuoteEvent.PaymentQuoted;
import io.amanat.contract.escrow.QuoteEvent.TransferAwaitsQuote;
import io.amanat.contract.escrow.quote.Quote;
import io.amanat.contract.escrow.quote.QuoteRule;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.Money;
import io.amanat.contract.money.UsdPrice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 97.00 EUR at one dollar each, in a token that is worth 0.97 dollars: 100 USDT, for 15 minutes and 5 of grace; no tolerance. */
class QuotingTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant IN_TIME = START.plus(Duration.ofMinutes(20));
    private static final Instant LATE = IN_TIME.plusSeconds(1);
    private static final Instant LATER = START.plus(Duration.ofHours(2));
    private static final Quote QUOTE = quote("97.00", "0.97", START);

    private static Quote quote(String price, String token, Instant at) {
        return Quote.of(
                Money.of(price, Currency.EUR),
                USDT,
                UsdPrice.ONE,
                UsdPrice.of(token),
                List.of(),
                at,
                Duration.ofMinutes(15),
                Duration.ofMinutes(5));
    }

    private static PaymentCommand[] quoted(PaymentCommand... then) {
        PaymentCommand[] commands = new PaymentCommand[then.length + 2];
        commands[0] = new OpenPayment(PAYMENT, terms(usdt("100"), 250, 0));
        commands[1] = new QuotePayment(PAYMENT, QUOTE);
        System.arraycopy(then, 0, commands, 2, then.length);
        return commands;
    }

    private static PaymentCommand confirmed(int n, @Nullable Instant minedAt) {
        return new ConfirmTransfer(PAYMENT, key(n), 12, minedAt);
    }

    private static RenewQuote renew(UserId by, String token) {
        return new RenewQuote(PAYMENT, quote("97.00", token, LATER), by);
    }

    private static PaymentQuoted renewed(String token, String due) {
        return new PaymentQuoted(PAYMENT, quote("97.00", token, LATER), usdt(due), BUYER);
    }

    private static TransferAwaitsQuote awaits(int n, String amount, @Nullable Instant minedAt) {
        return new TransferAwaitsQuote(PAYMENT, key(n), usdt(amount), minedAt, IN_TIME);
    }

    @Test
    void givenOpened_whenQuoted_thenDueByTheQuote_onceOnly() {
        PaymentScenario payment = given(new OpenPayment(PAYMENT, terms(usdt("100"), 250, 0)))
                .then(new QuotePayment(PAYMENT, QUOTE), new PaymentQuoted(PAYMENT, QUOTE, usdt("100"), null))
                .ignores(new QuotePayment(PAYMENT, QUOTE));

        assertThat(payment.state().due()).isEqualTo(usdt("100"));
        assertThat(payment.state().status()).isEqualTo(PaymentStatus.PENDING);
    }

    @Test
    void givenOpened_whenQuotedForAnotherAmount_thenRefused() {
        given(new OpenPayment(PAYMENT, terms(usdt("100.000001"), 250, 0)))
                .refuses(new QuotePayment(PAYMENT, QUOTE), QuoteRule.A_QUOTE_FITS_ITS_PRICE);
    }

    @Test
    void givenQuoted_whenPaidInTheLastInstantOfTheGrace_thenFunded() {
        given(quoted(observe(1, "100")))
                .then(
                        confirmed(1, IN_TIME),
                        new FundsHeld(PAYMENT, key(1), usdt("100"), usdt("100")),
                        new EscrowFunded(PAYMENT, REQUEST, usdt("100")));
    }

    @Test
    void givenQuoted_whenPaidLate_thenItWaitsInClearing_andConfirmedAgainNothing() {
        PaymentScenario payment = given(quoted(observe(1, "100")))
                .then(confirmed(1, LATE), awaits(1, "100", LATE))
                .ignores(confirmed(1, LATE))
                .ignores(observe(1, "100"));

        assertThat(payment.state().escrow()).isNull();
        assertThat(payment.balance(LedgerAccount.CLEARING)).isEqualTo("100.00");
    }

    @Test
    void givenQuoted_whenNobodyKnowsWhenItWasMined_thenItCountsAsLate() {
        given(quoted(observe(1, "100"))).then(confirmed(1, null), awaits(1, "100", null));
    }

    @Test
    void givenLateMoney_whenTheNewQuoteIsTheSame_thenFunded() {
        given(quoted(observe(1, "100"), confirmed(1, LATE)))
                .then(
                        renew(BUYER, "0.97"),
                        renewed("0.97", "100"),
                        new FundsHeld(PAYMENT, key(1), usdt("100"), usdt("100")),
                        new EscrowFunded(PAYMENT, REQUEST, usdt("100")))
                .ignores(renew(BUYER, "0.97"))
                .ignores(new QuotePayment(PAYMENT, QUOTE));
    }

    @Test
    void givenLateMoney_whenTheNewQuoteIsLower_thenTheRestIsOwedToThePayer() {
        given(quoted(observe(1, "100"), confirmed(1, LATE)))
                .then(
                        renew(BUYER, "1.00"),
                        renewed("1.00", "97"),
                        new FundsHeld(PAYMENT, key(1), usdt("97"), usdt("97")),
                        new ExcessSetAside(PAYMENT, key(1), usdt("3"), ExcessCause.OVERPAID),
                        new EscrowFunded(PAYMENT, REQUEST, usdt("97")));
    }

    @Test
    void givenLateMoney_whenTheNewQuoteIsHigher_thenPartial_andTheRestFundsIt() {
        PaymentScenario payment = given(quoted(observe(1, "100"), confirmed(1, LATE)))
                .then(
                        renew(BUYER, "0.95"),
                        renewed("0.95", "102.105264"),
                        new FundsHeld(PAYMENT, key(1), usdt("100"), usdt("100")));
        assertThat(payment.state().escrow()).isEqualTo(EscrowState.PARTIAL);

        payment.then(
                        observe(2, "2.105264"),
                        new io.amanat.contract.escrow.PayInEvent.TransferDetected(PAYMENT, transfer(2, "2.105264")))
                .then(
                        confirmed(2, LATER),
                        new FundsHeld(PAYMENT, key(2), usdt("2.105264"), usdt("102.105264")),
                        new EscrowFunded(PAYMENT, REQUEST, usdt("102.105264")));
    }

    @Test
    void givenAPartInTime_whenTheNewQuoteIsLowerThanThat_thenNothingMoreIsDue_andItIsFunded() {
        given(quoted(observe(1, "99"), confirmed(1, IN_TIME)))
                .then(renew(BUYER, "1.00"), renewed("1.00", "99"), new EscrowFunded(PAYMENT, REQUEST, usdt("99")));
    }

    @Test
    void givenAPartInTimeAndTheRestLate_whenTheNewQuoteIsLower_thenTheLateOneIsOwed() {
        given(quoted(observe(1, "99"), confirmed(1, IN_TIME), observe(2, "1"), confirmed(2, LATE)))
                .then(
                        renew(BUYER, "1.00"),
                        renewed("1.00", "99"),
                        new EscrowFunded(PAYMENT, REQUEST, usdt("99")),
                        new ExcessSetAside(PAYMENT, key(2), usdt("1"), ExcessCause.OVERPAID));
    }

    @Test
    void givenLateMoney_whenEnoughThatCameInTimeIsConfirmedAfterIt_thenTheLateOneIsOwed() {
        given(quoted(observe(1, "100"), observe(2, "100"), confirmed(2, LATE)))
                .then(
                        confirmed(1, IN_TIME),
                        new FundsHeld(PAYMENT, key(1), usdt("100"), usdt("100")),
                        new EscrowFunded(PAYMENT, REQUEST, usdt("100")),
                        new ExcessSetAside(PAYMENT, key(2), usdt("100"), ExcessCause.OVERPAID));
    }

    @Test
    void givenLateMoney_whenTheWindowCloses_thenItIsOwedToThePayer() {
        PaymentScenario payment = given(quoted(observe(1, "100"), confirmed(1, LATE)))
                .then(
                        expire(),
                        new PaymentExpired(PAYMENT, REQUEST, usdt("0")),
                        new ExcessSetAside(PAYMENT, key(1), usdt("100"), ExcessCause.LATE))
                .ignores(expire());

        assertThat(payment.state().status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(payment.balance(LedgerAccount.UNALLOCATED)).isEqualTo("100.00");
    }

    @Test
    void givenLateMoney_whenItsBlockLeavesTheChain_thenNothingWaits() {
        PaymentScenario payment = given(quoted(observe(1, "100"), confirmed(1, LATE)))
                .then(retract(1), new TransferRetracted(PAYMENT, key(1), usdt("100"), usdt("0"), hash(700)))
                .then(renew(BUYER, "0.97"), renewed("0.97", "100"));

        assertThat(payment.state().status()).isEqualTo(PaymentStatus.PENDING);
    }

    @Test
    void givenFundedByItsQuote_whenMoreArrivesLate_thenAllOfItIsOverpaid() {
        given(quoted(observe(1, "100"), confirmed(1, IN_TIME), observe(2, "1")))
                .then(confirmed(2, LATER), new ExcessSetAside(PAYMENT, key(2), usdt("1"), ExcessCause.OVERPAID));
    }

    @Test
    void givenQuoted_whenANewQuoteIsAskedForTooEarlyOrByAnother_thenRefused() {
        given(quoted())
                .refuses(
                        new RenewQuote(
                                PAYMENT,
                                quote(
                                        "97.00",
                                        "1.00",
                                        START.plus(Duration.ofMinutes(15)).minusMillis(1)),
                                BUYER),
                        QuoteRule.A_QUOTE_STANDS_UNTIL_IT_EXPIRES)
                .refuses(renew(SELLER, "1.00"), QuoteRule.ONLY_THE_BUYER_ASKS_FOR_A_QUOTE)
                .then(
                        new RenewQuote(PAYMENT, quote("97.00", "1.00", START.plus(Duration.ofMinutes(15))), BUYER),
                        new PaymentQuoted(
                                PAYMENT,
                                quote("97.00", "1.00", START.plus(Duration.ofMinutes(15))),
                                usdt("97"),
                                BUYER));
    }

    @Test
    void givenQuoted_whenTheNewQuoteIsForAnotherPriceOrDoesNotAddUp_thenRefused() {
        Quote good = quote("97.00", "1.00", LATER);
        Quote cheap = new Quote(
                good.price(),
                good.fxRate(),
                good.tokenPriceUsd(),
                good.depegAdjustmentBps(),
                usdt("96.999999"),
                good.sources(),
                good.quotedAt(),
                good.expiresAt(),
                good.payableUntil());
        given(quoted())
                .refuses(
                        new RenewQuote(PAYMENT, quote("96.99", "0.97", LATER), BUYER), QuoteRule.A_QUOTE_FITS_ITS_PRICE)
                .refuses(new RenewQuote(PAYMENT, cheap, BUYER), QuoteRule.A_QUOTE_FITS_ITS_PRICE);
    }

    @Test
    void givenMoneySeen_whenANewQuoteIsAskedFor_thenTheMoneyDecidesFirst() {
        given(quoted(observe(1, "100"))).refuses(renew(BUYER, "1.00"), QuoteRule.SEEN_MONEY_DECIDES_BEFORE_A_NEW_QUOTE);
    }

    @Test
    void givenFundedOrClosedOrUnquoted_whenANewQuoteIsAskedFor_thenRefused() {
        given(quoted(observe(1, "100"), confirmed(1, IN_TIME)))
                .refuses(renew(BUYER, "1.00"), QuoteRule.ONLY_OPEN_PAYMENTS_ARE_QUOTED);
        given(quoted(cancel(BUYER))).refuses(renew(BUYER, "1.00"), QuoteRule.ONLY_OPEN_PAYMENTS_ARE_QUOTED);
        given(open()).refuses(renew(BUYER, "1.00"), QuoteRule.ONLY_QUOTED_PAYMENTS_ARE_QUOTED_ANEW);
    }
}
