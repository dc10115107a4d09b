/** Disputes. */
@NullMarked
package io.amanat.query.disputes;

import org.jspecify.annotations.NullMarked;
