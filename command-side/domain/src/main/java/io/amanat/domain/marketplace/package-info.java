/**
 * A purchase request with its offers and its delivery: {@link io.amanat.domain.marketplace.PurchaseRequest} is the aggregate,
 * {@link io.amanat.domain.marketplace.PurchaseRequestLifecycle} the table of what may follow what.
 *
 * <p>A command becomes events in three steps: a class named after the activity ({@code Offering}, {@code Choosing}, {@code Delivering},
 * …) checks the rules and answers the events, the lifecycle confirms that each may happen now, and {@code RequestState} follows.
 * A repeated command is recognised by its id or its effect and answers no events.
 */
@NullMarked
package io.amanat.domain.marketplace;

import org.jspecify.annotations.NullMarked;
