/** Purchase requests, offers and a trade's timeline. */
@NullMarked
package io.amanat.query.marketplace;

import org.jspecify.annotations.NullMarked;
