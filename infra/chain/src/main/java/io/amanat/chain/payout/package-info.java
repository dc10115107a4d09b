/** Approved transfers out of the hot account: signed, stored, broadcast, followed to finality. */
@NullMarked
package io.amanat.chain.payout;

import org.jspecify.annotations.NullMarked;
