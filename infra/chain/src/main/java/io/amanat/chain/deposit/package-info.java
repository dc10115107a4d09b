/** Deposit addresses: one per payment, kept for good. */
@NullMarked
package io.amanat.chain.deposit;

import org.jspecify.annotations.NullMarked;
