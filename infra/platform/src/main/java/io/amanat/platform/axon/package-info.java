/**
 * Axon on PostgreSQL, wired by hand: what its own configuration would pick is in part not what this platform needs (XStream, JPA tables,
 * ignored properties).
 *
 * <p>Where state lives: events in {@code domain_event_entry}, positions of the processors in {@code token_entry}, sagas in
 * {@code saga_entry} and {@code association_value_entry}, deadlines in {@code scheduled_tasks}. When it commits: the
 * events of a command from outside by themselves, many commands in one commit; everything else in the transaction of the message that is
 * being handled, so that a saga's state, its commands' events and its position are stored together or not at all. A handler that fails is
 * tried again, with growing pauses; nothing is skipped. With the profile {@code axonserver} events are stored elsewhere: see
 * docs/operations/axonserver.md.
 */
@NullMarked
package io.amanat.platform.axon;

import org.jspecify.annotations.NullMarked;
