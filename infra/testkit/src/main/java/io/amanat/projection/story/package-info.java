/** Trades from beginning to end as events, for tests of everything that reads the log. */
@NullMarked
package io.amanat.projection.story;

import org.jspecify.annotations.NullMarked;
