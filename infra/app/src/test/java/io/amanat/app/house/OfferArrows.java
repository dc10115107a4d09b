package io.amanat.app.house;

import static io.amanat.contract.marketplace.OfferStatus.ACCEPTED;
import static io.amanat.contract.marketplace.OfferStatus.ACTIVE;
import static io.amanat.contract.marketplace.OfferStatus.PENDING;
import static io.amanat.contract.marketplace.OfferStatus.REJECTED;
import static io.amanat.contract.marketplace.OfferStatus.WITHDRAWN;

import io.amanat.contract.marketplace.OfferEvent.NegotiationOpened;
import io.amanat.contract.marketplace.OfferEvent.OfferAccepted;
import io.amanat.contract.marketplace.OfferEvent.OfferMade;
import io.amanat.contract.marketplace.OfferEvent.OfferRejected;
import io.amanat.contract.marketplace.OfferEvent.OfferRevised;
import io.amanat.contract.marketplace.OfferEvent.OfferWithdrawn;
import io.amanat.contract.marketplace.OfferStatus;
import io.amanat.domain.Transition;
import java.util.List;

/** How an offer moves. The code has no such table; {@link OfferArrowsTest} asks the aggregate and the projection whether it is true. */
final class OfferArrows {
    static final List<Transition<OfferStatus>> TABLE = List.of(
            new Transition<>(null, OfferMade.class, PENDING),
            new Transition<>(PENDING, OfferRevised.class, PENDING),
            new Transition<>(ACTIVE, OfferRevised.class, ACTIVE),
            new Transition<>(PENDING, NegotiationOpened.class, ACTIVE),
            new Transition<>(PENDING, OfferWithdrawn.class, WITHDRAWN),
            new Transition<>(ACTIVE, OfferWithdrawn.class, WITHDRAWN),
            new Transition<>(PENDING, OfferRejected.class, REJECTED),
            new Transition<>(ACTIVE, OfferRejected.class, REJECTED),
            new Transition<>(PENDING, OfferAccepted.class, ACCEPTED),
            new Transition<>(ACTIVE, OfferAccepted.class, ACCEPTED));

    private OfferArrows() {}
}
