package io.amanat.app.house;

import io.amanat.domain.custody.CustodyTransferLifecycle;
import io.amanat.domain.custody.DestinationLifecycle;
import io.amanat.domain.custody.screening.ScreeningLifecycle;
import io.amanat.domain.escrow.EscrowLifecycle;
import io.amanat.domain.escrow.PaymentLifecycle;
import io.amanat.domain.marketplace.PurchaseRequestLifecycle;
import org.junit.jupiter.api.Test;

class LifecyclePageTest {
    @Test
    void givenLifecycles_thenThePageDrawsThem() {
        Page.of("docs/lifecycle.md")
                .with("purchase request", Diagram.of(PurchaseRequestLifecycle.transitions()))
                .with("offer", Diagram.of(OfferArrows.TABLE))
                .with("payment", Diagram.of(PaymentLifecycle.transitions()))
                .with("escrow", Diagram.of(EscrowLifecycle.transitions()))
                .with("dispute", Diagram.of(DisputeArrows.TABLE))
                .with("destination", Diagram.of(DestinationLifecycle.transitions()))
                .with("custody transfer", Diagram.of(CustodyTransferLifecycle.transitions()))
                .with("safety check", Diagram.of(ScreeningLifecycle.transitions()))
                .check();
    }
}
