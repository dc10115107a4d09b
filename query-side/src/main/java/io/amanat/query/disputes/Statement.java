package io.amanat.query.disputes;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Evidence, or an entry of a dispute's timeline.
 *
 * @param by whose word it is
 * @param sha256 of the file it speaks of, when there is one
 */
record Statement(UUID id, UUID by, String note, @Nullable String sha256, Instant at) {}
