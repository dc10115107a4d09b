package io.amanat.saga.port;

import io.amanat.contract.custody.DestinationId;
import io.amanat.contract.money.EvmAddress;

/**
 * A deposit address and where it comes from.
 *
 * @param accountFingerprint of the extended public key, 8 hexadecimal digits
 * @param derivationPath below the account, such as {@code 0/17}
 */
public record AllocatedDestination(
        DestinationId destinationId, EvmAddress address, String accountFingerprint, String derivationPath) {}
