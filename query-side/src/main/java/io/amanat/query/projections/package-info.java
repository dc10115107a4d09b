/** How far the read tables are, and what could not be taken into them. */
@NullMarked
package io.amanat.query.projections;

import org.jspecify.annotations.NullMarked;
