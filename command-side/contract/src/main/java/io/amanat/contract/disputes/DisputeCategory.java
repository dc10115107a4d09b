package io.amanat.contract.disputes;

import io.amanat.contract.WireEnum;

/** What the complaint is about. */
public enum DisputeCategory implements WireEnum {
    NOT_DELIVERED,
    NOT_AS_DESCRIBED,
    DAMAGED,
    BUYER_UNRESPONSIVE,
    OTHER
}
