package io.amanat.eventlog;

import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/** Positions of the log as Axon's tokens. */
public final class LogTokens {

    private LogTokens() {}

    public static TrackingToken at(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    /**
     * The last position that the token covers; 0, before the first, for null. Understands the tokens of Axon's own engines as well, also
     * wrapped, as in a replay: a gap in one is behind us, because the log has none any more.
     *
     * @throws IllegalArgumentException for a token of another kind
     */
    public static long positionOf(@Nullable TrackingToken token) {
        TrackingToken plain = token == null ? null : WrappedToken.unwrapLowerBound(token);
        return switch (plain) {
            case null -> 0;
            case GlobalSequenceTrackingToken sequence -> sequence.getGlobalIndex();
            case GapAwareTrackingToken gapAware -> Math.max(0, gapAware.getIndex());
            default -> throw new IllegalArgumentException(plain + " is no token of this log");
        };
    }
}
