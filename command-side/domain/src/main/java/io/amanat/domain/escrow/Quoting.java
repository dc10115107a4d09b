package io.amanat.domain.escrow;

import static io.amanat.contract.RuleViolated.unless;

import io.amanat.contract.escrow.EscrowEvent.EscrowFunded;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PaymentCommand.QuotePayment;
import io.amanat.contract.escrow.PaymentCommand.RenewQuote;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.QuoteEvent.PaymentQuoted;
import io.amanat.contract.escrow.quote.Quote;
import io.amanat.contract.escrow.quote.QuoteRule;
import io.amanat.contract.money.AssetAmount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A quote says what the buyer pays, and until when. What came in time is held and stays held; what came later waits in clearing until the
 * buyer asks for a new quote, which then says what the whole price is. A new quote that is lower than what is held asks for no more.
 */
final class Quoting {
    private Quoting() {}

    static List<PaymentEvent> quote(PaymentState payment, QuotePayment command) {
        Quote quote = command.quote();
        Quote known = payment.quoted().quote();
        if (known != null && !quote.quotedAt().isAfter(known.quotedAt())) {
            return List.of();
        }
        unless(
                known == null
                        && quote.addsUp()
                        && quote.settleAmount().equals(payment.terms().due()),
                QuoteRule.A_QUOTE_FITS_ITS_PRICE);
        return List.of(new PaymentQuoted(payment.id(), quote, quote.settleAmount(), null));
    }

    static List<PaymentEvent> renew(PaymentState payment, RenewQuote command) {
        unless(command.by().equals(payment.terms().buyerId()), QuoteRule.ONLY_THE_BUYER_ASKS_FOR_A_QUOTE);
        Quote quote = command.quote();
        Quote known = payment.quoted().quote();
        unless(known != null, QuoteRule.ONLY_QUOTED_PAYMENTS_ARE_QUOTED_ANEW);
        if (quote.equals(known)) {
            return List.of();
        }
        unless(payment.open(), QuoteRule.ONLY_OPEN_PAYMENTS_ARE_QUOTED);
        unless(Objects.requireNonNull(known).expired(quote.quotedAt()), QuoteRule.A_QUOTE_STANDS_UNTIL_IT_EXPIRES);
        unless(!payment.undecided(), QuoteRule.SEEN_MONEY_DECIDES_BEFORE_A_NEW_QUOTE);
        unless(
                quote.addsUp()
                        && quote.price().equals(known.price())
                        && quote.settleAmount()
                                .asset()
                                .equals(payment.terms().due().asset()),
                QuoteRule.A_QUOTE_FITS_ITS_PRICE);
        return renewed(payment, quote, command);
    }

    private static List<PaymentEvent> renewed(PaymentState payment, Quote quote, RenewQuote command) {
        AssetAmount held = payment.held();
        AssetAmount due = quote.settleAmount().compareTo(held) < 0 ? held : quote.settleAmount();
        List<PaymentEvent> events = new ArrayList<>();
        events.add(new PaymentQuoted(payment.id(), quote, due, command.by()));
        PaymentState now = payment.after(events.getFirst());
        if (held.positive() && Crediting.enough(now, held)) {
            events.add(new EscrowFunded(payment.id(), payment.terms().requestId(), held));
            now = now.after(events.getLast());
        }
        events.addAll(creditWaiting(now));
        return events;
    }

    /**
     * {@code events}, followed by what becomes of the transfers that waited for a new quote when these end the wait without one: the escrow is
     * funded, or the payment is over.
     */
    static List<PaymentEvent> andWhatWaited(PaymentState payment, List<PaymentEvent> events) {
        if (payment.quoted().waiting().isEmpty()) {
            return events;
        }
        PaymentState now = payment;
        for (PaymentEvent event : events) {
            now = now.after(event);
        }
        if (now.open()) {
            return events;
        }
        List<PaymentEvent> all = new ArrayList<>(events);
        all.addAll(creditWaiting(now));
        return all;
    }

    /** In the order in which they stand on the chain. */
    private static List<PaymentEvent> creditWaiting(PaymentState payment) {
        List<ObservedTransfer> waiting = payment.quoted().waiting().stream()
                .map(key -> Objects.requireNonNull(payment.transfers().undecided(key)))
                .sorted(Comparator.comparingLong(ObservedTransfer::blockNumber)
                        .thenComparingLong(transfer -> transfer.key().logIndex()))
                .toList();
        List<PaymentEvent> events = new ArrayList<>();
        PaymentState now = payment;
        for (ObservedTransfer transfer : waiting) {
            for (PaymentEvent event : Crediting.credit(now, transfer, transfer.amount())) {
                events.add(event);
                now = now.after(event);
            }
        }
        return events;
    }
}
