/** What reconciliations found, the published proofs of solvency, and each party's own place in them. */
@NullMarked
package io.amanat.query.reconciliation;

import org.jspecify.annotations.NullMarked;
