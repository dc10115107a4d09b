package io.amanat.chain.reconcile;

import io.amanat.chain.evm.EvmException;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.reconciliation.ReconciliationRule;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares one chain with the books, one comparison at a time.
 *
 * <p>The read tables follow the log, so books that are being written may differ for a moment from what is known about the chain. A
 * difference is an alarm at once when the read tables had every event; otherwise only if it stays the same from look to look.
 */
final class Reconciler {
    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
    private static final String BY_ITSELF = "system:reconciliation";

    private final BooksReader books;
    private final ChainAsker chain;
    private final Evidence evidence;
    private final ReportStore store;
    private final ReconcileSettings settings;
    private final RandomGenerator nonces;
    private final Clock clock;
    private final ReentrantLock one = new ReentrantLock();

    /** @param nonces must not be guessable */
    Reconciler(
            BooksReader books,
            ChainAsker chain,
            Evidence evidence,
            ReportStore store,
            ReconcileSettings settings,
            RandomGenerator nonces,
            Clock clock) {
        this.books = books;
        this.chain = chain;
        this.evidence = evidence;
        this.store = store;
        this.settings = settings;
        this.nonces = nonces;
        this.clock = clock;
    }

    /** What was seen in one look. */
    private record Look(Books books, ChainState chain, List<Line> lines) {
        Set<Line> alarms() {
            return new HashSet<>(lines.stream().filter(Line::alarm).toList());
        }
    }

    /** As {@link io.amanat.contract.reconciliation.Reconciliations#run} says. */
    void run(UUID id, String requestedBy) {
        one.lock();
        try {
            if (!store.has(id)) {
                save(id, requestedBy);
            }
        } finally {
            one.unlock();
        }
    }

    /** By itself; does nothing while nothing was read. */
    void round() {
        try {
            run(UUID.randomUUID(), BY_ITSELF);
        } catch (RuleViolated refused) {
            if (refused.rule() != ReconciliationRule.NO_CHAIN_TO_COMPARE_WITH) {
                throw refused;
            }
        }
    }

    private void save(UUID id, String requestedBy) {
        Look look = settled();
        List<Line> lines = look.lines().stream()
                .map(line -> evidence.of(line, look.books()))
                .toList();
        List<Solvency> proofs = Solvency.prove(look.books(), look.chain(), nonces);
        Report report = new Report(id, requestedBy, clock.instant(), look.books(), look.chain(), lines, proofs);
        store.save(report);
        report.alarms()
                .forEach(alarm -> log.error(
                        "Reconciliation {} at block {}: {} Expected {}, found {} units; account {}, payment {}, token"
                                + " {}; {}",
                        id,
                        look.books().block(),
                        alarm.sentence(),
                        alarm.expected(),
                        alarm.actual(),
                        alarm.account(),
                        alarm.paymentId(),
                        alarm.token(),
                        alarm.evidence()));
    }

    private Look settled() {
        Set<Line> standing = null;
        Look look = null;
        for (int looks = 0; looks < settings.looks(); looks++) {
            if (looks > 0) {
                LockSupport.parkNanos(settings.pause().toNanos());
            }
            Optional<Look> seen = look();
            if (seen.isEmpty()) {
                continue;
            }
            look = seen.get();
            Set<Line> alarms = look.alarms();
            if (alarms.isEmpty() || look.books().behind() == 0) {
                return look;
            }
            if (standing != null) {
                alarms.retainAll(standing);
            }
            standing = alarms;
        }
        if (look == null || standing == null) {
            throw new RuleViolated(ReconciliationRule.CHAIN_DOES_NOT_ANSWER);
        }
        return excused(look, standing);
    }

    private static Look excused(Look look, Set<Line> standing) {
        String why = "It did not stay the same while the read tables were "
                + look.books().behind() + " events behind: in flight between the log and the read tables.";
        return new Look(
                look.books(),
                look.chain(),
                look.lines().stream()
                        .map(line -> line.alarm() && !standing.contains(line) ? line.excused(why) : line)
                        .toList());
    }

    /** Empty when the block left the chain meanwhile. */
    private Optional<Look> look() {
        Books seen = books.read().orElseThrow(() -> new RuleViolated(ReconciliationRule.NO_CHAIN_TO_COMPARE_WITH));
        try {
            ChainState state = chain.at(seen);
            return Optional.of(new Look(seen, state, Comparing.compare(seen, state)));
        } catch (ChainMoved moved) {
            log.info("Reconciliation looks again: {}", moved.getMessage());
            return Optional.empty();
        } catch (EvmException silent) {
            throw new RuleViolated(ReconciliationRule.CHAIN_DOES_NOT_ANSWER, String.valueOf(silent.getMessage()));
        }
    }
}
