/** Follows the chain: transfers to our addresses become rows first and commands to payments then. */
@NullMarked
package io.amanat.chain.watch;

import org.jspecify.annotations.NullMarked;
