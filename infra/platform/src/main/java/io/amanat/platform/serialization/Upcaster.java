package io.amanat.platform.serialization;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * One step from a historic version of an event to the next. The log is never rewritten: the step is taken whenever the old event is read.
 *
 * <p>Pure: the same input gives the same output for ever; no clock, no chance, nothing is looked up. One stored event stays one event,
 * because its position and its sequence belong to one: an old event that told of two things becomes one with a field that says which.
 * Whatever it throws becomes an {@link UnreadableEvent} without the thrown words, which could be somebody's data.
 */
public interface Upcaster {

    /** The historic stored name, such as {@code payment.funds-held.v1}; no event of the contract has it any more. */
    String from();

    /** The name of the result: the next version, or another event's name; current, or itself historic with an upcaster of its own. */
    String to();

    /**
     * The event as {@link #to} has it.
     *
     * @param payload the event as {@link #from} had it; may be changed and returned
     * @param metadata who caused it and what it belongs to, as stored; read-only
     */
    ObjectNode upcast(ObjectNode payload, Map<String, String> metadata);
}
