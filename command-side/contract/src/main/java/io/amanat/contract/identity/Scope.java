package io.amanat.contract.identity;

import io.amanat.contract.WireEnum;
import java.util.Locale;

/** What an API key may do. */
public enum Scope implements WireEnum {
    AUDIT_READ;

    @Override
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }
}
