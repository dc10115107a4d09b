/** What is said to an EVM node, and what it answers. */
@NullMarked
package io.amanat.chain.evm;

import org.jspecify.annotations.NullMarked;
