/** Comparing ledger, custody transfers and chain: asking for it, and why it may be refused. */
@NullMarked
package io.amanat.contract.reconciliation;

import org.jspecify.annotations.NullMarked;
