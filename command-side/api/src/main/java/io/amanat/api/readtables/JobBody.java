package io.amanat.api.readtables;

import io.amanat.api.validation.Wire;
import io.amanat.contract.readtables.JobKind;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What kind of job; a look at the past says to which position or instant, any other neither. */
record JobBody(
        @Wire(JobKind.class) String kind,
        @Positive @Nullable Long position,
        @Nullable Instant at) {}
