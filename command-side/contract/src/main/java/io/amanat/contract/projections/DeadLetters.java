package io.amanat.contract.projections;

import io.amanat.contract.RuleViolated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events that could not be taken into the live read tables, with those that wait behind them. */
public interface DeadLetters {
    /**
     * In the log's order, those after {@code after}.
     *
     * @param sequence only those of this one; of all when absent
     * @param after a position; 0 for the first page
     */
    List<DeadLetter> list(@Nullable String sequence, long after, int limit);

    /**
     * Takes the events of a sequence into the tables, in order, all of them or none.
     *
     * @return how many there were
     * @throws RuleViolated when nothing of the sequence is set aside, or one of them still fails: then its cause and its attempts are
     *     what they are now, and nothing else has changed
     */
    int retry(String sequence);
}
