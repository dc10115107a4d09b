/** Requests, offers, deliveries and the trade's timeline as rows. */
@NullMarked
package io.amanat.projection.marketplace;

import org.jspecify.annotations.NullMarked;
