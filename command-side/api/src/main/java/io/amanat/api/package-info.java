/** REST for commands, idempotency and the state tables. One package per context. */
@NullMarked
package io.amanat.api;

import org.jspecify.annotations.NullMarked;
