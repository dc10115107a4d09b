/**
 * Jobs that fill a schema of read tables beside the live one: a rebuild, which then takes the live one's place; an audit replay, which
 * compares both; a look at the past. A job is a row of {@code projection_jobs}; whoever holds its lease works on it, and goes on where
 * the schema itself says that it is. See docs/rebuild-and-replay.md.
 */
@NullMarked
package io.amanat.engine.job;

import org.jspecify.annotations.NullMarked;
