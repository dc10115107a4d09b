/** Asking for rebuilds, audit replays and looks at the past. */
@NullMarked
package io.amanat.api.readtables;

import org.jspecify.annotations.NullMarked;
