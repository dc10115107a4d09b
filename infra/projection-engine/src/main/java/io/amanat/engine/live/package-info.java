/**
 * The live read tables: woken by each commit to the log, one thread for each segment that this node holds.
 *
 * <p>Where state lives: positions, leases, nodes and dead letters in the schema {@code amanat_read} itself, beside the rows. When it
 * commits: rows and position of a batch together. What ends it: nothing but the application's end; failures of the database are
 * repeated for ever, failures of an event end in a dead letter.
 */
@NullMarked
package io.amanat.engine.live;

import org.jspecify.annotations.NullMarked;
