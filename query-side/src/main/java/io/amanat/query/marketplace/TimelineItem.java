package io.amanat.query.marketplace;

import java.time.Instant;

/**
 * One thing that happened in a trade.
 *
 * @param position of the event behind it; the id of a live event
 * @param actor who did it, as the reader would say: {@code You}, {@code The seller}, {@code Amanat}
 * @param kind the event's stable name
 * @param words a sentence
 */
record TimelineItem(long position, Instant at, String actor, String kind, String words) {}
