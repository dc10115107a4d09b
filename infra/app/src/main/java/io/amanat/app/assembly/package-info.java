/** Puts the modules together: which aggregates, sagas and projections there are, and which adapter stands behind which port. */
@NullMarked
package io.amanat.app.assembly;

import org.jspecify.annotations.NullMarked;
