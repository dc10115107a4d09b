/**
 * Prices for quotes. A {@link io.amanat.chain.quote.PriceSource} says what a currency is worth in US dollars; the desk reads two of them for
 * each price, refuses what is old or makes no sense, and computes. Nothing here is asked by anything but a quote: a source that fails stops
 * quotes and nothing else.
 */
@NullMarked
package io.amanat.chain.quote;

import org.jspecify.annotations.NullMarked;
