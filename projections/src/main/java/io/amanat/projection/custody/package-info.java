/** Destinations and custody transfers as rows. */
@NullMarked
package io.amanat.projection.custody;

import org.jspecify.annotations.NullMarked;
