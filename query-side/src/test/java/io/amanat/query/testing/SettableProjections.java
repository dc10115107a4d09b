package io.amanat.query.testing;

import io.amanat.contract.projections.DeadLetter;
import io.amanat.contract.projections.DeadLetters;
import io.amanat.contract.projections.ProjectionStatus;
import java.util.ArrayList;
import java.util.List;

/** Read tables with one segment, and dead letters that a test puts there. */
public final class SettableProjections implements ProjectionStatus, DeadLetters {
    public final List<DeadLetter> letters = new ArrayList<>();

    @Override
    public Status status() {
        return new Status(9, 7, letters.size(), List.of(new Segment(0, 7, 2, "node-1", letters.size(), "running")));
    }

    @Override
    public List<DeadLetter> list(String sequence, long after, int limit) {
        return letters.stream()
                .filter(letter -> letter.position() > after)
                .filter(letter -> sequence == null || sequence.equals(letter.sequence()))
                .limit(limit)
                .toList();
    }

    @Override
    public int retry(String sequence) {
        throw new UnsupportedOperationException("queries retry nothing");
    }
}
