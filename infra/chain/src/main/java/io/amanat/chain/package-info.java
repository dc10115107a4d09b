/** Custody on EVM chains: adapters of the ports that the sagas declare. */
@NullMarked
package io.amanat.chain;

import org.jspecify.annotations.NullMarked;
