package io.amanat.api.identity;

import io.amanat.api.validation.Wallet;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** The signature of the text: 65 bytes (r, s, v). */
record PayoutProofBody(
        @Wallet String address,

        @NotNull @Pattern(regexp = "0x[0-9a-fA-F]{130}", message = "is not 0x and 130 hexadecimal digits")
        String signature) {}
