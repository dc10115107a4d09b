package io.amanat.api.validation;

import org.jspecify.annotations.Nullable;

/** Why somebody does what they do, if they want to say. */
public record OptionalReasonBody(
        @Text(max = 2000, lines = true, optional = true) @Nullable
        String reason) {}
