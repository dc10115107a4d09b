/** Payments, the funds ledger and the assets that are taken. */
@NullMarked
package io.amanat.query.escrow;

import org.jspecify.annotations.NullMarked;
