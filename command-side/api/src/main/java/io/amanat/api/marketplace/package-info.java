/** Purchase requests, offers and delivery over HTTP. */
@NullMarked
package io.amanat.api.marketplace;

import org.jspecify.annotations.NullMarked;
