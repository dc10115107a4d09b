package io.amanat.domain.marketplace;

import io.amanat.contract.marketplace.PurchaseRequestEvent;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCreated;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the aggregate itself makes of its events, put as the read tables put it. In the aggregate's package to see its state. */
public final class RequestFold {
    private RequestState state;

    public void follow(PurchaseRequestEvent event) {
        state = event instanceof PurchaseRequestCreated created ? RequestState.created(created) : state.after(event);
    }

    /** Status, how it was completed or cancelled, and tries with the code. */
    public String request() {
        return state.status().wire()
                + (state.completion() == null ? "" : " " + state.completion().wire())
                + (state.cancellation() == null
                        ? ""
                        : " " + state.cancellation().wire())
                + " "
                + state.delivery().attempts();
    }

    /** Id and status of every offer, by id. */
    public String offers() {
        return state.offers().all().stream()
                .sorted(Comparator.comparing(offer -> offer.id().value().toString()))
                .map(offer -> offer.id() + " " + offer.status().wire() + " "
                        + Objects.requireNonNull(offer.terms().price()).units())
                .collect(Collectors.joining(", "));
    }
}
