package io.amanat.api.idempotency;

import java.time.Instant;

/** What trying to run a request under a key led to. */
sealed interface Claim {
    /** Run it, and say how it ended before {@code lockedUntil}. */
    record Granted(Instant lockedUntil) implements Claim {}

    /** It ran before. */
    record Answered(StoredAnswer answer) implements Claim {}

    /** Another request has this key. */
    record Reused() implements Claim {}

    /** It runs at the moment. */
    record Running(long retryAfterSeconds) implements Claim {}
}
