/**
 * The safety check of money that arrives: gathers what the rules look at, and asks the aggregate. Whoever does not answer is named, and
 * then the money waits.
 */
@NullMarked
package io.amanat.chain.screening;

import org.jspecify.annotations.NullMarked;
