package io.amanat.contract;

/** How far the log reaches and how far the read models have followed. Positions are the log's global order, from 0; -1 is before the first. */
public interface EventPositions {
    /** The last position in the log. At once after a command it is that command's last event, or a later one of somebody else. */
    long head();

    /** Up to here, the read models show everything. */
    long projected();
}
