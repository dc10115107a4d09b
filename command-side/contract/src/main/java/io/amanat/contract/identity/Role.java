package io.amanat.contract.identity;

import io.amanat.contract.WireEnum;

/** The reference's {@code user_role}. */
public enum Role implements WireEnum {
    ADMIN,
    BUYER,
    SELLER,
    RESOLVER,
    GUARD
}
