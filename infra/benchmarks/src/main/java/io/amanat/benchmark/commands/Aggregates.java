package io.amanat.benchmark.commands;

import io.amanat.contract.custody.OwnAddresses;
import io.amanat.contract.money.Currency;
import io.amanat.domain.CommandTargets;
import io.amanat.domain.custody.ApprovalPolicy;
import io.amanat.domain.custody.CustodyTransfer;
import io.amanat.domain.custody.DerivedDestination;
import io.amanat.domain.disputes.Dispute;
import io.amanat.domain.escrow.Payment;
import io.amanat.domain.identity.UserAccount;
import io.amanat.domain.marketplace.PurchaseRequest;
import io.amanat.platform.axon.Registrations;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;

/** The platform's aggregates, the same ones on whichever engine. */
final class Aggregates {

    private static final List<Class<?>> TYPES = List.of(
            PurchaseRequest.class,
            Payment.class,
            Dispute.class,
            DerivedDestination.class,
            CustodyTransfer.class,
            UserAccount.class);

    private Aggregates() {}

    /** With the platform's cache and snapshots. */
    static void asThePlatformDoes(Configurer configurer) {
        CommandTargets targets = new CommandTargets();
        TYPES.forEach(type -> Registrations.aggregate(type, targets).configureModule(configurer));
    }

    /** With Axon's defaults: neither cache nor snapshots. */
    static void asAxonDoes(Configurer configurer) {
        CommandTargets targets = new CommandTargets();
        TYPES.forEach(type -> configurer.configureAggregate(
                AggregateConfigurer.defaultConfiguration(type).configureCommandTargetResolver(_ -> targets)));
    }

    /** The benchmark's parties are never paid at an address of ours. */
    static OwnAddresses noneOfOurs() {
        return address -> false;
    }

    /** Payouts as small as the benchmark's need no guard. */
    static ApprovalPolicy approvals() {
        return new ApprovalPolicy(Map.of(Currency.USDT, BigInteger.valueOf(1_000)), Map.of());
    }
}
