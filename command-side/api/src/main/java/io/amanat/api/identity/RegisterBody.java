package io.amanat.api.identity;

import io.amanat.api.validation.Text;
import io.amanat.api.validation.Wire;
import io.amanat.contract.identity.Role;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

record RegisterBody(
        @NotNull
        @Size(max = 254)
        @Pattern(
                regexp = "\\s*[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,250}[.][^@\\s\\p{Cntrl}.]{1,63}\\s*",
                message = "is an e-mail address")
        String email,

        @NotNull @Size(min = 10, max = 128) String password,
        @Text(max = 100) String displayName,
        @Wire(Role.class) String role) {
    /** Says nothing: it must not end up in a log. */
    @Override
    public String toString() {
        return "RegisterBody[hidden]";
    }
}
