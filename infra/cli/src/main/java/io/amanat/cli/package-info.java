/** The operator's command line, a client of the public HTTP API: rebuilds, audit replays, looks at the past. */
@NullMarked
package io.amanat.cli;

import org.jspecify.annotations.NullMarked;
