package io.amanat.contract.identity;

import io.amanat.contract.WireEnum;

/** Chains on which one key has one address. */
public enum ChainFamily implements WireEnum {
    EVM
}
