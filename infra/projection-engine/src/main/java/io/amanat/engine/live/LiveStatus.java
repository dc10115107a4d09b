package io.amanat.engine.live;

import io.amanat.contract.projections.ProjectionStatus;
import io.amanat.engine.EventSource;
import io.amanat.engine.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The segments as the database has them, with what this node does about its own. */
final class LiveStatus implements ProjectionStatus {
    private final EventSource log;
    private final Segments segments;
    private final DeadLetterTable letters;
    private final LiveProjections live;

    LiveStatus(EventSource log, Segments segments, DeadLetterTable letters, LiveProjections live) {
        this.log = log;
        this.segments = segments;
        this.letters = letters;
        this.live = live;
    }

    @Override
    public Status status() {
        List<Segments.Row> rows = segments.all();
        Map<Integer, Long> parked = parked(rows.size());
        long head = log.head(); // after the segments: none of them is beyond it
        long projected = rows.stream().mapToLong(Segments.Row::position).min().orElse(0);
        long all = parked.values().stream().mapToLong(Long::longValue).sum();
        return new Status(
                head,
                projected,
                all,
                rows.stream()
                        .map(row -> segment(row, head, parked.getOrDefault(row.segment(), 0L)))
                        .toList());
    }

    private Segment segment(Segments.Row row, long head, long parked) {
        return new Segment(
                row.segment(),
                row.position(),
                Math.max(0, head - row.position()),
                row.owned() ? row.owner() : null,
                parked,
                live.standing(row).words());
    }

    private Map<Integer, Long> parked(int count) {
        Map<Integer, Long> parked = new HashMap<>();
        letters.bySequence().forEach((sequence, letters) -> {
            if (count > 0) {
                parked.merge(Sequence.segment(sequence, count), letters, Long::sum);
            }
        });
        return parked;
    }
}
