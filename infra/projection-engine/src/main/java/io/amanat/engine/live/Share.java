package io.amanat.engine.live;

import java.util.HashSet;
import java.util.Set;

/** How many segments this node may hold, so that all living nodes hold about the same number, and which it does hold. */
final class Share {
    private final Set<Integer> held = new HashSet<>();
    private int allowed = Integer.MAX_VALUE;

    synchronized void divide(int segments, int nodes) {
        allowed = Math.ceilDiv(segments, Math.max(1, nodes));
    }

    /** Whether the node may go for one more. Give it back when it was not to be had. */
    synchronized boolean take(int segment) {
        return held.contains(segment) || (held.size() < allowed && held.add(segment));
    }

    synchronized void giveBack(int segment) {
        held.remove(segment);
    }

    /** Gives the segment back when the node holds more than its share, and says whether it did. */
    synchronized boolean giveBackSurplus(int segment) {
        return held.size() > allowed && held.remove(segment);
    }
}
