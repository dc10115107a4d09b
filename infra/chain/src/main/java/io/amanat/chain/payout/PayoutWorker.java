package io.amanat.chain.payout;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.asset.ChainIdentity;
import io.amanat.chain.custody.JdbcOwnAddresses;
import io.amanat.chain.custody.Signer;
import io.amanat.chain.evm.EvmClient;
import io.amanat.contract.CommandSender;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Carries submitted payouts to finality, in rounds. A round may end at any line by an exception or a crash; the next one goes on from
 * the table.
 *
 * <p>Why nothing is paid twice: a transfer's attempt has one row and one nonce, its nonce and its bytes are stored together before
 * anything is told or sent, and only stored bytes are ever sent. What waits for its price is signed again with the same nonce, so that
 * of all its versions the chain takes one; all are looked for. A next attempt exists only after this one has failed for good.
 *
 * <p>Nonces are mined in their order, so a transaction that the chain does not take holds up all later ones. So a nonce is given last:
 * after the account was seen to have token and gas, after a trial run, and one at a time, each told to its custody transfer before
 * the next is signed; a refusal there (a guard holds it) frees the nonce again. What is sent then can only wait for its price.
 */
public final class PayoutWorker {

    private static final int SIGNED_PER_ROUND_MAX = 20;

    private final ChainIdentity identity;
    private final PayoutTable table;
    private final PayoutReporter reporter;
    private final PayoutSigning signing;
    private final PayoutBroadcast broadcast;
    private final PayoutFollowing following;
    private final PayoutReplacing replacing;
    private final SingleFlight singleFlight;
    private final Clock clock;

    /**
     * Does nothing yet.
     *
     * @param confirmations blocks from a payout's own to the newest, both counted, after which it counts as final
     */
    public PayoutWorker(
            EvmClient client,
            ChainIdentity identity,
            AllowedTokens tokens,
            Signer signer,
            DataSource source,
            CommandSender sender,
            int confirmations,
            ReplacingRules rules,
            Clock clock) {
        JdbcClient jdbc = JdbcClient.create(source);
        PayoutVersions versions = new PayoutVersions(jdbc);
        this.identity = identity;
        this.table = new PayoutTable(tokens.chainId(), jdbc);
        this.reporter = new PayoutReporter(table, sender, clock);
        this.signing = new PayoutSigning(
                client, signer, tokens, new JdbcOwnAddresses(tokens, signer, jdbc), table, rules, clock);
        this.broadcast = new PayoutBroadcast(client, signer, table, versions, clock);
        this.following = new PayoutFollowing(client, table, versions, confirmations, clock);
        this.replacing = new PayoutReplacing(client, signer, table, versions, rules, clock);
        this.singleFlight =
                new SingleFlight(source, "payouts of chain " + tokens.chainId() + " from " + signer.address());
        this.clock = clock;
    }

    /**
     * Moves every payout as far as it goes now. Does nothing while another process is at it.
     *
     * @throws io.amanat.chain.evm.EvmException if the node does not answer; everything waits
     */
    public void round() {
        if (table.pending() > 0 || !table.untold(clock.instant()).isEmpty()) {
            var _ = singleFlight.run(() -> {
                identity.verify();
                reporter.report();
                follow();
                broadcast();
                if (replacing.replace()) {
                    reporter.report();
                    broadcast();
                }
                sign();
                reporter.report();
            });
        }
    }

    /** How many payouts are neither final nor failed. */
    public long pending() {
        return table.pending();
    }

    /** Which payouts do not move, and why. */
    public List<String> troubles() {
        return table.troubles();
    }

    void report() {
        reporter.report();
    }

    /** One after the other, each told and sent before the next. While it is unknown whether one was told, no other gets a nonce. */
    void sign() {
        List<Payout> queued = table.queued(clock.instant());
        for (Payout payout : queued.subList(0, Math.min(queued.size(), SIGNED_PER_ROUND_MAX))) {
            if (table.anySignedUntold()) {
                return;
            }
            if (signing.sign(payout)) {
                reporter.report();
                broadcast();
            }
        }
    }

    void broadcast() {
        broadcast.broadcast();
    }

    void follow() {
        following.follow();
    }
}
