package io.amanat.chain.payout;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.asset.ChainIdentity;
import io.amanat.chain.custody.JdbcOwnAddresses;
import io.amanat.chain.custody.Signer;
import io.amanat.chain.evm.EvmClient;
import io.amanat.contract.CommandSender;
import java.time.Clock;
import java.util.List;
import java.util.function.IntSupplier;
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
 * <p>Nonces are mined in their order, so a transaction that the chain does not take holds up all later ones of its account, and of no other. So a nonce is given last:
 * after the account was seen to have token and gas, after a trial run, and one at a time and account, each told to its custody transfer before
 * the next is signed; a refusal there (a guard holds it) frees the nonce again. What is sent then can only wait for its price.
 */
public final class PayoutWorker {

    private static final int SIGNED_PER_ROUND_MAX = 20;

    private final ChainIdentity identity;
    private final PayoutTable table;
    private final PayoutReporter reporter;
    private final HotAccounts accounts;
    private final PayoutSigning signing;
    private final PayoutBroadcast broadcast;
    private final PayoutFollowing following;
    private final PayoutReplacing replacing;
    private final SingleFlight singleFlight;
    private final Clock clock;

    /**
     * Does nothing yet.
     *
     * @param signers the hot accounts, in the order in which they are preferred
     * @param confirmations blocks from a payout's own to the newest, both counted, after which it counts as final;
     *     asked in every round
     */
    public PayoutWorker(
            EvmClient client,
            ChainIdentity identity,
            AllowedTokens tokens,
            List<Signer> signers,
            DataSource source,
            CommandSender sender,
            IntSupplier confirmations,
            ReplacingRules rules,
            Clock clock) {
        JdbcClient jdbc = JdbcClient.create(source);
        PayoutVersions versions = new PayoutVersions(jdbc);
        this.identity = identity;
        this.table = new PayoutTable(tokens.chainId(), jdbc);
        this.reporter = new PayoutReporter(table, sender, clock);
        this.accounts = new HotAccounts(signers, table, rules.after());
        this.signing = new PayoutSigning(
                client,
                tokens,
                new JdbcOwnAddresses(List.of(tokens), signers, jdbc),
                new ExposureGate(sender, jdbc),
                table,
                rules,
                clock);
        this.broadcast = new PayoutBroadcast(client, table, versions, clock);
        this.following = new PayoutFollowing(client, table, versions, confirmations, clock);
        this.replacing = new PayoutReplacing(client, table, versions, rules, clock);
        this.singleFlight = new SingleFlight(source, "payouts of chain " + tokens.chainId());
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
                accounts.signers().forEach(this::replace);
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

    /**
     * One after the other, each told and sent before the next. While it is unknown whether one was told, no other gets a nonce of its
     * account.
     */
    void sign() {
        List<Payout> queued = table.queued(clock.instant());
        for (Payout payout : queued.subList(0, Math.min(queued.size(), SIGNED_PER_ROUND_MAX))) {
            List<Signer> preferred = accounts.preferred(clock.instant());
            if (preferred.isEmpty()) {
                return;
            }
            signing.sign(payout, preferred).ifPresent(account -> {
                reporter.report();
                broadcast.broadcast(account);
            });
        }
    }

    private void replace(Signer account) {
        if (replacing.replace(account)) {
            reporter.report();
            broadcast.broadcast(account.address());
        }
    }

    void broadcast() {
        accounts.all().forEach(broadcast::broadcast);
    }

    void follow() {
        accounts.all().forEach(account -> following.follow(table.underway(account)));
    }
}
