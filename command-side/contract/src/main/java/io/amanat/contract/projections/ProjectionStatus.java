package io.amanat.contract.projections;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far the live read tables are. */
public interface ProjectionStatus {
    Status status();

    /**
     * All of it, at one moment.
     *
     * @param head the last position of the log
     * @param projected up to here every segment has come
     * @param deadLetters how many events are set aside
     */
    record Status(long head, long projected, long deadLetters, List<Segment> segments) {
        public Status {
            segments = List.copyOf(segments);
        }
    }

    /**
     * One part of the log's sequences.
     *
     * @param owner the node that works on it; absent when nobody does
     * @param lag positions between the head and here; those of other segments count too
     * @param deadLetters how many of its events are set aside
     * @param state of its work as the answering node knows it: {@code elsewhere} for another node's
     */
    record Segment(
            int segment, long position, long lag, @Nullable String owner, long deadLetters, String state) {}
}
