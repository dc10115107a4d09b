/** Quotes: what a price in one currency is in units of a token, from which prices, and until when. */
@NullMarked
package io.amanat.contract.escrow.quote;

import org.jspecify.annotations.NullMarked;
