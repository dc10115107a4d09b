package io.amanat.platform.web;

import io.amanat.contract.Rule;
import io.amanat.contract.configuration.ConfigSettingRule;
import io.amanat.contract.custody.CustodyRule;
import io.amanat.contract.custody.SweepRule;
import io.amanat.contract.custody.screening.ScreeningRule;
import io.amanat.contract.disputes.DisputeRule;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.ProviderRule;
import io.amanat.contract.escrow.quote.QuoteRule;
import io.amanat.contract.identity.IdentityRule;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.projections.DeadLetterRule;
import io.amanat.contract.readtables.ReadTablesRule;
import io.amanat.contract.reconciliation.ReconciliationRule;
import java.util.List;
import java.util.stream.Stream;

/** Every rule and platform error that a client can meet, for the documentation. */
public final class ProblemCatalogue {

    private ProblemCatalogue() {}

    /** One kind of problem. */
    public record Entry(String code, int status, String sentence) {}

    /** The domain's rules by context, then the platform's own. */
    public static List<Entry> entries() {
        return Stream.concat(
                        rules().map(rule -> new Entry(
                                rule.code(), ProblemDetails.status(rule.kind()).value(), rule.sentence())),
                        Stream.of(PlatformProblem.values())
                                .map(problem -> new Entry(
                                        problem.code(), problem.status().value(), problem.sentence())))
                .toList();
    }

    static Stream<Rule> rules() {
        return Stream.<Rule[]>of(
                        MarketplaceRule.values(),
                        EscrowRule.values(),
                        QuoteRule.values(),
                        ProviderRule.values(),
                        CustodyRule.values(),
                        SweepRule.values(),
                        ScreeningRule.values(),
                        ConfigSettingRule.values(),
                        DisputeRule.values(),
                        IdentityRule.values(),
                        DeadLetterRule.values(),
                        ReadTablesRule.values(),
                        ReconciliationRule.values())
                .flatMap(Stream::of);
    }
}
