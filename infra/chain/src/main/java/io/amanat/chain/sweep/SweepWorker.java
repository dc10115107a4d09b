package io.amanat.chain.sweep;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.asset.ChainIdentity;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.payout.GasOrders;
import io.amanat.chain.payout.SingleFlight;
import io.amanat.chain.sweep.Sweep.State;
import io.amanat.contract.CommandSender;
import java.time.Clock;
import java.util.List;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Carries approved sweeps on, in rounds: price, gas, offer; after the operator's signature broadcast, finality, the destination's event. A
 * round may end at any line by an exception or a crash; the next one goes on from the table.
 *
 * <p>Why nothing is swept twice: an address has one open sweep per token, a sweep has one nonce and, once handed back, one text of bytes, and
 * what is sent is what was stored.
 */
final class SweepWorker {

    private final ChainIdentity identity;
    private final SweepRules rules;
    private final SweepTable table;
    private final SweepPricing pricing;
    private final SweepGas gas;
    private final SweepBroadcast broadcast;
    private final SweepFollowing following;
    private final SweepReporter reporter;
    private final SingleFlight singleFlight;
    private final Clock clock;

    /** @param confirmations after which a sweep is final, asked in every round */
    SweepWorker(
            EvmClient client,
            AllowedTokens tokens,
            SweepRules rules,
            DataSource source,
            CommandSender sender,
            IntSupplier confirmations,
            Clock clock) {
        JdbcClient jdbc = JdbcClient.create(source);
        this.identity = new ChainIdentity(client, tokens);
        this.rules = rules;
        this.table = new SweepTable(tokens.chainId(), jdbc);
        this.pricing = new SweepPricing(client, tokens, rules, new SweepGuard(jdbc), table, clock);
        this.gas = new SweepGas(client, table, new GasOrders(jdbc), clock);
        this.broadcast = new SweepBroadcast(client, table, clock);
        this.following = new SweepFollowing(client, table, confirmations, clock);
        this.reporter = new SweepReporter(tokens, table, sender, clock);
        this.singleFlight = new SingleFlight(source, "sweeps of chain " + tokens.chainId());
        this.clock = clock;
    }

    /**
     * Moves every sweep as far as it goes now. Does nothing while another process is at it.
     *
     * @throws io.amanat.chain.evm.EvmException if the node does not answer; everything waits
     */
    void round() {
        if (table.open() > 0) {
            var _ = singleFlight.run(() -> {
                identity.verify();
                reporter.report();
                following.follow();
                broadcast.broadcast();
                table.expire(clock.instant().minus(rules.signWithin()));
                pricing.price();
                gas.giveAndOffer();
                reporter.report();
            });
        }
    }

    /** How many wait for the operator. */
    long unsigned() {
        return table.count(State.UNSIGNED);
    }

    /** Which do not move, and why. */
    List<String> troubles() {
        return table.troubles();
    }

    void report() {
        reporter.report();
    }

    void follow() {
        following.follow();
    }

    void broadcast() {
        broadcast.broadcast();
    }

    void price() {
        pricing.price();
    }

    void giveAndOffer() {
        gas.giveAndOffer();
    }
}
