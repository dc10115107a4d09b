/** The local EVM node of tests and demo: anvil, its token contracts, its kept state. Nothing of this is used with a configured RPC endpoint. */
@NullMarked
package io.amanat.chain.local;

import org.jspecify.annotations.NullMarked;
