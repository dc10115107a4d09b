/** Disputes as rows. */
@NullMarked
package io.amanat.projection.disputes;

import org.jspecify.annotations.NullMarked;
