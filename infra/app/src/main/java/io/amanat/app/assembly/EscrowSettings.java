package io.amanat.app.assembly;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The terms of new escrows, under {@code amanat.escrow}; each payment keeps those it was opened on. */
@ConfigurationProperties("amanat.escrow")
record EscrowSettings(
        @DefaultValue("24h") Duration paymentWindow,
        @DefaultValue("72h") Duration inspectionWindow,
        @DefaultValue("72h") Duration disputeResponseWindow,
        @DefaultValue("250") int platformFeeBps,
        @DefaultValue("0") int toleranceBps) {}
