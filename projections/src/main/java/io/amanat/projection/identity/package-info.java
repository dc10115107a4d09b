/** Accounts as rows. */
@NullMarked
package io.amanat.projection.identity;

import org.jspecify.annotations.NullMarked;
