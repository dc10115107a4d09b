/** Trades from beginning to end: as commands one after another, and as a log of millions of events. */
@NullMarked
package io.amanat.benchmark.trade;

import org.jspecify.annotations.NullMarked;
