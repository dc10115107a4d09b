package io.amanat.api.marketplace;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

record CodeBody(
        @NotNull @Pattern(regexp = "[0-9]{6}", message = "has six digits")
        String code) {
    /** Says nothing: it must not end up in a log. */
    @Override
    public String toString() {
        return "CodeBody[hidden]";
    }
}
