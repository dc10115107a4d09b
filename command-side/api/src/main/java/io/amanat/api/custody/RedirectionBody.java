package io.amanat.api.custody;

import io.amanat.api.validation.Text;
import io.amanat.api.validation.Wallet;

/** To which address a failed transfer is paid instead, as its recipient has signed for it, and why. */
record RedirectionBody(
        @Wallet String to, @Text(max = 2000, lines = true) String reason) {}
