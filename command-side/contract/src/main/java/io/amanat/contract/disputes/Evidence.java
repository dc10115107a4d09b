package io.amanat.contract.disputes;

import io.amanat.contract.identity.PersonalText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence.
 *
 * @param sha256 of the file it speaks of, 64 hexadecimal digits, when there is one
 */
public record Evidence(
        UUID evidenceId, PersonalText note, @Nullable String sha256) {}
