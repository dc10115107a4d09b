package io.amanat.projection.story;

import io.amanat.contract.custody.screening.Assessment;
import io.amanat.contract.custody.screening.ListCategory;
import io.amanat.contract.custody.screening.Opinion;
import io.amanat.contract.custody.screening.RuleEngine;
import io.amanat.contract.custody.screening.ScreeningEvent.TransferCleared;
import io.amanat.contract.custody.screening.ScreeningEvent.TransferRejected;
import io.amanat.contract.custody.screening.ScreeningEvent.TransferScreened;
import io.amanat.contract.custody.screening.ScreeningId;
import io.amanat.contract.custody.screening.ScreeningInputs;
import io.amanat.contract.custody.screening.ScreeningRules;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The safety check of a story's first transfer, of 60 USDT. */
public final class Screened {
    public static final ScreeningRules RULES = new ScreeningRules(
            RuleEngine.CURRENT,
            List.of(),
            List.of(Money.of("1000", Currency.USDT)),
            List.of(Money.of("1000", Currency.USDT)),
            5,
            24,
            0);

    private Screened() {}

    public static ScreeningId id(Story story) {
        return ScreeningId.of(story.payment, Trades.seen(story, 1, "60").transfer());
    }

    public static TransferScreened down(Story story) {
        return screened(story, List.of(), List.of("chain", "history"), null);
    }

    public static TransferScreened screened(
            Story story, List<ListCategory> listings, List<String> unanswered, @Nullable Opinion opinion) {
        var transfer = Trades.seen(story, 1, "60").transfer();
        ScreeningInputs inputs = new ScreeningInputs(
                transfer.from(), transfer.amount(), "list-1", listings, Wares.usdt("0"), 2, null, opinion, unanswered);
        Assessment assessment = RuleEngine.assess(RULES, inputs);
        return new TransferScreened(
                id(story),
                story.payment,
                story.request,
                transfer,
                RULES.version(),
                RULES,
                inputs,
                assessment.verdict(),
                assessment.findings());
    }

    public static TransferCleared cleared(Story story) {
        return new TransferCleared(
                id(story),
                story.payment,
                Trades.key(story, 1),
                Wares.usdt("60"),
                story.guard,
                story.sealed(story.guard, "known"));
    }

    public static TransferRejected rejected(Story story) {
        return new TransferRejected(
                id(story),
                story.payment,
                Trades.key(story, 1),
                Wares.usdt("60"),
                story.guard,
                story.sealed(story.guard, "no"));
    }
}
