/** Which trade a thing belongs to, as the log says, and what its price is in a token. */
@NullMarked
package io.amanat.api.trade;

import org.jspecify.annotations.NullMarked;
