/** Payments, the escrow they fund, and the ledger that explains every unit. */
@NullMarked
package io.amanat.contract.escrow;

import org.jspecify.annotations.NullMarked;
