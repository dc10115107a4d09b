/** A dispute between the parties of a trade: {@link io.amanat.domain.disputes.Dispute}. It decides; the money and the request follow elsewhere. */
@NullMarked
package io.amanat.domain.disputes;

import org.jspecify.annotations.NullMarked;
