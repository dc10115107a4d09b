/** Payments and the funds ledger as rows. */
@NullMarked
package io.amanat.projection.escrow;

import org.jspecify.annotations.NullMarked;
