/** Payments over HTTP. */
@NullMarked
package io.amanat.api.escrow;

import org.jspecify.annotations.NullMarked;
