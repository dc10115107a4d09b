/** Compares ledger, custody transfers and chain at one block, names every difference, and proves that what is owed is there. */
@NullMarked
package io.amanat.chain.reconcile;

import org.jspecify.annotations.NullMarked;
