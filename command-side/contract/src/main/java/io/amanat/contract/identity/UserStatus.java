package io.amanat.contract.identity;

import io.amanat.contract.WireEnum;

/** The reference's {@code user_status}. {@code DELETED} is an erased person: a flag, never a removed row. */
public enum UserStatus implements WireEnum {
    ACTIVE,
    SUSPENDED,
    DELETED
}
