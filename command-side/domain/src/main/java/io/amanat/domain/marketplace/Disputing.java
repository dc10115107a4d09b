package io.amanat.domain.marketplace;

import static io.amanat.contract.RuleViolated.unless;

import io.amanat.contract.marketplace.CompletionCause;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.PurchaseRequestCommand.CompleteByRuling;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MarkDisputed;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ResumeForReplacement;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCompleted;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestDisputed;
import io.amanat.contract.marketplace.RequestLifecycleEvent.ResumedForReplacement;
import io.amanat.domain.marketplace.RequestDispute.Ending;
import java.util.List;

/** A dispute freezes the request, and its ruling decides how it goes on. */
final class Disputing {
    private Disputing() {}

    static List<PurchaseRequestEvent> open(RequestState request, MarkDisputed command) {
        if (request.disputes().knows(command.disputeId())) {
            return List.of();
        }
        unless(request.accepts(PurchaseRequestDisputed.class), MarketplaceRule.ONLY_PAID_REQUESTS_ARE_DISPUTED);
        return List.of(new PurchaseRequestDisputed(command.requestId(), command.disputeId(), request.status()));
    }

    static List<PurchaseRequestEvent> resume(RequestState request, ResumeForReplacement command) {
        if (request.disputes().ended(command.disputeId(), Ending.RESUMED)) {
            return List.of();
        }
        unless(
                request.disputes().undecided(command.disputeId()) && request.accepts(ResumedForReplacement.class),
                MarketplaceRule.ONLY_DISPUTED_REQUESTS_ARE_RULED_ON);
        return List.of(new ResumedForReplacement(command.requestId(), command.disputeId()));
    }

    static List<PurchaseRequestEvent> complete(RequestState request, CompleteByRuling command) {
        if (request.disputes().ended(command.disputeId(), Ending.COMPLETED)) {
            return List.of();
        }
        unless(
                request.disputes().undecided(command.disputeId()) && request.accepts(PurchaseRequestCompleted.class),
                MarketplaceRule.ONLY_DISPUTED_REQUESTS_ARE_RULED_ON);
        return List.of(new PurchaseRequestCompleted(command.requestId(), CompletionCause.RULING));
    }
}
