/**
 * The database: an own PostgreSQL in the data folder when none is configured, its roles, its migrations, and the two ways in (owner
 * for migrations, app for everything else).
 *
 * <p>The embedded server is started by {@code initdb} and {@code pg_ctl} from zonky's binaries rather than by zonky's
 * {@code EmbeddedPostgres}: that one trusts every local connection, turns {@code fsync} off, and does not tell why a start failed.
 */
@NullMarked
package io.amanat.platform.postgres;

import org.jspecify.annotations.NullMarked;
