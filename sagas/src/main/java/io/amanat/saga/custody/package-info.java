/** Hands approved custody transfers to the outside. It has no state: what was submitted is remembered by the gateway. */
@NullMarked
package io.amanat.saga.custody;

import org.jspecify.annotations.NullMarked;
