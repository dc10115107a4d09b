/**
 * Whether money that arrived may fund an escrow. {@link io.amanat.contract.custody.screening.RuleEngine} is the one definition: the
 * aggregate decides by it, and whoever doubts a verdict computes it again from the event.
 */
@NullMarked
package io.amanat.contract.custody.screening;

import org.jspecify.annotations.NullMarked;
