package io.amanat.api.identity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record LoginBody(
        @NotNull @Size(max = 254) String email,
        @NotNull @Size(max = 512) String password) {
    /** Says nothing: it must not end up in a log. */
    @Override
    public String toString() {
        return "LoginBody[hidden]";
    }
}
