/** Process managers and deadlines, and the ports they need. One package per context. */
@NullMarked
package io.amanat.saga;

import org.jspecify.annotations.NullMarked;
