package io.amanat.chain.sweep;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.evm.Erc20;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.FeeQuote;
import io.amanat.chain.evm.NodeRefused;
import io.amanat.chain.evm.TokenRefusal;
import io.amanat.chain.sweep.Sweep.Price;
import io.amanat.chain.sweep.Sweep.State;
import io.amanat.contract.money.Asset;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fixes what an approved sweep may cost, if the chain would take it now and it is still worth it. */
final class SweepPricing {

    static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    static final String NOT_WORTH_ITS_GAS = "not-worth-its-gas";
    static final String TOKEN_NOT_ALLOWED = "token-not-allowed";

    private static final Logger log = LoggerFactory.getLogger(SweepPricing.class);

    private final EvmClient client;
    private final AllowedTokens tokens;
    private final SweepRules rules;
    private final SweepGuard guard;
    private final SweepTable table;
    private final Clock clock;

    SweepPricing(
            EvmClient client, AllowedTokens tokens, SweepRules rules, SweepGuard guard, SweepTable table, Clock clock) {
        this.client = client;
        this.tokens = tokens;
        this.rules = rules;
        this.guard = guard;
        this.table = table;
        this.clock = clock;
    }

    void price() {
        table.due(clock.instant(), State.APPROVED).forEach(this::price);
    }

    private void price(Sweep sweep) {
        Optional<Asset> asset = tokens.of(sweep.token());
        Optional<String> against = asset.isEmpty() ? Optional.of(TOKEN_NOT_ALLOWED) : guard.against(sweep.paymentId());
        if (against.isPresent()) {
            table.cancelled(sweep, against.get());
            return;
        }
        try {
            Optional<String> refusal = refusal(sweep);
            if (refusal.isPresent()) {
                failed(sweep, refusal.get());
                return;
            }
            FeeQuote now = client.fees();
            long gas = gas(sweep);
            if (!rules.affordable(now)) {
                table.troubled(
                        sweep,
                        clock.instant().plus(RETRY_AFTER),
                        "Gas costs " + now.maxFeePerGasWei() + " wei and may cost " + rules.maxFeePerGasWei() + ".");
            } else if (!rules.worth(asset.orElseThrow().units(sweep.amount()), now, gas)) {
                table.cancelled(sweep, NOT_WORTH_ITS_GAS);
            } else {
                table.priced(sweep, new Price(gas, rules.offer(now)));
            }
        } catch (NodeRefused refused) {
            Optional<String> refusal = TokenRefusal.of(refused);
            if (refusal.isPresent()) {
                failed(sweep, refusal.get());
            } else {
                table.troubled(
                        sweep, clock.instant().plus(RETRY_AFTER), "The node would not take it: " + refused.reason());
            }
        }
    }

    private Optional<String> refusal(Sweep sweep) {
        return TokenRefusal.of(
                client.tryTransfer(sweep.token(), sweep.from(), sweep.to(), sweep.amount()), sweep.amount());
    }

    /** Half more than it would use now: the recipient's first token costs more than its second, and the chain moves until it is signed. */
    private long gas(Sweep sweep) {
        BigInteger estimate =
                client.estimateGas(sweep.from(), sweep.token(), Erc20.transfer(sweep.to(), sweep.amount()));
        return Math.ceilDiv(estimate.longValueExact() * 3, 2);
    }

    private void failed(Sweep sweep, String failure) {
        log.warn("Sweep {} does not go: {}", sweep.id(), failure);
        table.failed(sweep, failure);
    }
}
