package io.amanat.demo;

import io.amanat.contract.money.DecimalText;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A token that the platform accepts, as its API names it. */
record Token(long chainId, EvmAddress contract, String currency, int decimals) {
    static Token of(JsonNode asset) {
        return new Token(
                asset.path("chainId").asLong(),
                new EvmAddress(asset.path("contract").asString()),
                asset.path("currency").asString(),
                asset.path("decimals").asInt());
    }

    BigInteger units(String amount) {
        return DecimalText.toUnits(amount, decimals);
    }

    String amount(BigInteger units) {
        return units.signum() < 0 ? "-" + DecimalText.of(units.negate(), decimals) : DecimalText.of(units, decimals);
    }

    Map<String, String> money(String amount) {
        return Map.of("amount", amount, "currency", currency);
    }
}
