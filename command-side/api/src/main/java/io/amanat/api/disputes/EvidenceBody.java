package io.amanat.api.disputes;

import io.amanat.api.validation.Text;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** The hash is that of the file that the note speaks of. */
record EvidenceBody(
        @Text(max = 5000, lines = true) String note,

        @Pattern(regexp = "[0-9a-f]{64}", message = "has 64 lower-case hexadecimal digits") @Nullable
        String sha256) {}
