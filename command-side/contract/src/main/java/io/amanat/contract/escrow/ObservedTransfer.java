package io.amanat.contract.escrow;

import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.EvmAddress;

/** A Transfer log of an allowed token to a destination of ours, as the chain shows it. {@code from} may be an exchange: it is never paid back to. */
public record ObservedTransfer(
        TransferKey key, EvmAddress from, EvmAddress to, AssetAmount amount, long blockNumber, String blockHash) {}
