/**
 * Writes row changes: all of a batch are folded in memory and only what they come to is written, a few statements per table. Nothing
 * else of the projections touches the database.
 */
@NullMarked
package io.amanat.projection.writing;

import org.jspecify.annotations.NullMarked;
