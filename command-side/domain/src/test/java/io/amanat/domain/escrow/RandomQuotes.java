package io.amanat.domain.escrow;

import static io.amanat.domain.escrow.Fixtures.*;

import io.amanat.contract.escrow.PaymentCommand;
import io.amanat.contract.escrow.PaymentCommand.ConfirmTransfer;
import io.amanat.contract.escrow.PaymentCommand.QuotePayment;
import io.amanat.contract.escrow.PaymentCommand.RenewQuote;
import io.amanat.contract.escrow.quote.Quote;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.Money;
import io.amanat.contract.money.UsdPrice;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Quotes of one price at any of a hundred minutes, and transfers that came at any of them. */
final class RandomQuotes {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final int MINUTES = 100;

    private final Random random;
    private final Asset asset;
    private final Money price;
    private final Quote first;

    RandomQuotes(Random random, Asset asset) {
        this.random = random;
        this.asset = asset;
        this.price = new Money(new BigInteger(1 + random.nextInt(30), random).add(BigInteger.ONE), Currency.TRY);
        this.first = quote(START);
    }

    AssetAmount due() {
        return first.settleAmount();
    }

    PaymentCommand next() {
        return random.nextInt(4) == 0
                ? new QuotePayment(PAYMENT, first)
                : new RenewQuote(PAYMENT, quote(START.plus(minutes())), random.nextInt(4) == 0 ? SELLER : BUYER);
    }

    PaymentCommand confirm(int n) {
        return new ConfirmTransfer(PAYMENT, key(n), 12, random.nextInt(8) == 0 ? null : START.plus(minutes()));
    }

    private Duration minutes() {
        return Duration.ofMinutes(random.nextInt(MINUTES));
    }

    private Quote quote(Instant at) {
        UsdPrice token = new UsdPrice(UsdPrice.of("0.9").units().add(new BigInteger(57, random)));
        return Quote.of(
                price, asset, UsdPrice.ONE, token, List.of(), at, Duration.ofMinutes(15), Duration.ofMinutes(5));
    }
}
