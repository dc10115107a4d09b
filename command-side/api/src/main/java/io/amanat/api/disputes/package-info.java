/** Disputes over HTTP. */
@NullMarked
package io.amanat.api.disputes;

import org.jspecify.annotations.NullMarked;
