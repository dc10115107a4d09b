package io.amanat.contract.identity;

import java.time.Duration;

/**
 * The operator's terms for payout addresses.
 *
 * @param domain named in the text that an owner signs
 * @param proofWindow how long that text may be signed
 * @param coolingOff how long after its confirmation a changed address is not used yet; the one before it is used meanwhile
 */
public record PayoutAddressPolicy(String domain, Duration proofWindow, Duration coolingOff) {}
