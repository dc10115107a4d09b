package io.amanat.api.identity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record RefreshBody(@NotNull @Size(max = 200) String refreshToken) {
    /** Says nothing: it must not end up in a log. */
    @Override
    public String toString() {
        return "RefreshBody[hidden]";
    }
}
