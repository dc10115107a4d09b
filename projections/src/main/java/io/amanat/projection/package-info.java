/** Event to row: pure functions of the events. One package per context. */
@NullMarked
package io.amanat.projection;

import org.jspecify.annotations.NullMarked;
