package io.amanat.contract.escrow;

import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.EvmAddress;

/** One custody transfer that a settlement needs; its id is chosen before it starts. */
public record SettlementLeg(
        CustodyTransferId transferId, TransferKind kind, UserId beneficiary, EvmAddress to, AssetAmount amount) {}
