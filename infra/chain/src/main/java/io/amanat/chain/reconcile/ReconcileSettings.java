package io.amanat.chain.reconcile;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code amanat.reconciliation.*}.
 *
 * @param interval between two reconciliations; each keeps a report and a tree over all that is owed
 * @param looks how often books that are being written are looked at before a difference in them counts
 * @param pause between two looks
 */
@ConfigurationProperties("amanat.reconciliation")
public record ReconcileSettings(
        @DefaultValue("15m") Duration interval,
        @DefaultValue("4") int looks,
        @DefaultValue("500ms") Duration pause) {

    /** Refuses what cannot be meant. */
    public ReconcileSettings {
        if (!interval.isPositive() || looks < 1 || pause.isNegative()) {
            throw new IllegalArgumentException(
                    "amanat.reconciliation: interval is positive, looks at least 1, pause not negative.");
        }
    }
}
