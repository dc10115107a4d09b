package io.amanat.api.identity;

import io.amanat.api.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An e-mail address as it is stored and compared: without white space at the ends, in lower case. */
record EmailAddress(String value) {
    EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
    }

    /** By which the account is found; reveals nothing to a reader of the table. */
    String index(KeyedHash hash) {
        return hash.hex("email", value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "EmailAddress[hidden]";
    }
}
