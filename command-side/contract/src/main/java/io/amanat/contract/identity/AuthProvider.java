package io.amanat.contract.identity;

import io.amanat.contract.WireEnum;

/** The reference's {@code auth_provider}. */
public enum AuthProvider implements WireEnum {
    EMAIL,
    GOOGLE,
    TELEGRAM
}
