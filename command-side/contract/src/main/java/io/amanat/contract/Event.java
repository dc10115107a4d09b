package io.amanat.contract;

/**
 * A fact about one aggregate. Every concrete event is a record with an {@link EventType}; its stored form is pinned by a golden
 * file and never changes: a change of shape is a new type with a higher version.
 *
 * <p>When it happened is the stored message's timestamp, who caused it stands in the metadata; neither is repeated here.
 */
public interface Event {
    /** The aggregate that the fact is about. */
    Identifier subject();
}
