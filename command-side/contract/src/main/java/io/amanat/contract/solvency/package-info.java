/** The proof that what is owed is there: a Merkle sum tree over liabilities, and how anybody verifies a part of it without trusting us. */
@NullMarked
package io.amanat.contract.solvency;

import org.jspecify.annotations.NullMarked;
