package io.amanat.contract;

import java.util.Locale;

/** A business rule with a stable name. The enums that implement it are, together, the catalogue of refusals. */
public interface Rule {
    String name();

    RuleKind kind();

    /** The rule in words, as a sentence that a user can read. */
    String sentence();

    /** The stable code on the wire, such as {@code only-open-requests-take-offers}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
