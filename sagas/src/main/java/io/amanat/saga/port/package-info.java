/** What the process managers need from the outside; adapters live in infra. */
@NullMarked
package io.amanat.saga.port;

import org.jspecify.annotations.NullMarked;
