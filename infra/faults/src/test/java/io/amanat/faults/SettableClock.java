package io.amanat.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The machine's clock, which somebody may set wrong. */
final class SettableClock extends Clock {
    private volatile Duration wrongBy = Duration.ZERO;

    void wrongBy(Duration difference) {
        wrongBy = difference;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(wrongBy);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
