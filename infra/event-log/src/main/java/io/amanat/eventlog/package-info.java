/**
 * Axon's event storage on PostgreSQL: one total order without gaps, group commit, readers woken by the commit.
 *
 * <p>Start with {@link io.amanat.eventlog.PostgresEventStorageEngine} to append, {@link io.amanat.eventlog.LogEventStore} to follow the
 * log as an event processor, {@link io.amanat.eventlog.LogReader} to read it in bulk. The module's README says what it promises.
 */
@NullMarked
package io.amanat.eventlog;

import org.jspecify.annotations.NullMarked;
