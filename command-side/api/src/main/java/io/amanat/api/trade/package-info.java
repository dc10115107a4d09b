/** Which trade a thing belongs to, as the log says. */
@NullMarked
package io.amanat.api.trade;

import org.jspecify.annotations.NullMarked;
