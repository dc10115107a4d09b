package io.amanat.contract.escrow.quote;

import io.amanat.contract.Rule;
import io.amanat.contract.RuleKind;

/** Why there is no quote, or not this one. */
public enum QuoteRule implements Rule {
    QUOTE_SOURCE_MISSING(
            RuleKind.UNAVAILABLE,
            "A price that the quote needs has no source that answers; there is no quote for now."),
    QUOTE_SOURCE_STALE(
            RuleKind.UNAVAILABLE,
            "A price that the quote needs is older than its source allows; there is no quote for now."),
    QUOTE_SOURCE_MAD(
            RuleKind.UNAVAILABLE,
            "A price that the quote needs makes no sense; there is no quote until it does again."),
    QUOTING_IS_OFF(RuleKind.CONFLICT, "No quotes are made here."),
    A_QUOTE_FITS_ITS_PRICE(
            RuleKind.CONFLICT, "The quote is over, or is not for this price in this token; ask for another one."),
    ONLY_THE_BUYER_ASKS_FOR_A_QUOTE(RuleKind.FORBIDDEN, "Only the buyer who pays asks for a new quote."),
    ONLY_QUOTED_PAYMENTS_ARE_QUOTED_ANEW(
            RuleKind.CONFLICT, "This payment has no quote: its price is paid in its own currency's token."),
    ONLY_OPEN_PAYMENTS_ARE_QUOTED(RuleKind.CONFLICT, "Only a payment that is not yet funded gets a new quote."),
    A_QUOTE_STANDS_UNTIL_IT_EXPIRES(RuleKind.CONFLICT, "The quote has not expired yet."),
    SEEN_MONEY_DECIDES_BEFORE_A_NEW_QUOTE(
            RuleKind.CONFLICT, "Money was seen and is not yet confirmed; ask for a new quote after that is decided.");

    private final RuleKind kind;
    private final String sentence;

    QuoteRule(RuleKind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public RuleKind kind() {
        return kind;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
