package io.amanat.api.escrow;

import io.amanat.api.validation.Wallet;
import jakarta.validation.constraints.Positive;

/** A token on a chain; its decimals are the operator's to know. */
public record AssetBody(@Positive long chainId, @Wallet String contract) {}
