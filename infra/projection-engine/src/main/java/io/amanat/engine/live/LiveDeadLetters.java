package io.amanat.engine.live;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.projections.DeadLetter;
import io.amanat.contract.projections.DeadLetterRule;
import io.amanat.contract.projections.DeadLetters;
import io.amanat.engine.Applier;
import io.amanat.engine.EventSource;
import io.amanat.engine.StillFails;
import io.amanat.eventlog.LogEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Dead letters of the live tables. A retry holds the row of the sequence's segment: no event of the sequence comes in meanwhile. */
final class LiveDeadLetters implements DeadLetters {
    private static final Logger LOG = LoggerFactory.getLogger(LiveDeadLetters.class);

    private final EventSource log;
    private final Applier applier;
    private final Segments segments;
    private final DeadLetterTable table;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    LiveDeadLetters(DataSource source, EventSource log, Applier applier, Segments segments) {
        this.log = log;
        this.applier = applier;
        this.segments = segments;
        this.jdbc = new JdbcTemplate(source);
        this.table = new DeadLetterTable(JdbcClient.create(jdbc));
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public List<DeadLetter> list(@Nullable String sequence, long after, int limit) {
        return table.list(sequence, after, limit);
    }

    @Override
    public int retry(String sequence) {
        try {
            int taken = Objects.requireNonNull(transactions.execute(_ -> retake(sequence)));
            LOG.info("{} dead letters of {} are taken", taken, sequence);
            return taken;
        } catch (StillFails failure) {
            LOG.warn("the dead letter at {} of {} still fails", failure.position(), sequence, failure.getCause());
            table.failedAgain(failure.position(), failure.words());
            throw new RuleViolated(
                    DeadLetterRule.DEAD_LETTER_STILL_FAILS,
                    "The event at position " + failure.position() + " still cannot be taken: " + failure.words());
        }
    }

    private int retake(String sequence) {
        segments.lock(sequence);
        List<LogEntry> entries = entries(table.positions(sequence));
        RuleViolated.unless(!entries.isEmpty(), DeadLetterRule.NO_SUCH_DEAD_LETTER);
        jdbc.execute((ConnectionCallback<@Nullable Void>) connection -> {
            applier.retake(connection, entries);
            return null;
        });
        table.delete(sequence);
        return entries.size();
    }

    private List<LogEntry> entries(List<Long> positions) {
        List<LogEntry> entries = new ArrayList<>();
        positions.forEach(position -> entries.addAll(log.read(position - 1, position, 1)));
        return entries;
    }
}
