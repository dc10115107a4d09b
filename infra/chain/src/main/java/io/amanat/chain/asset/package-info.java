/** The tokens that count as money here, and the check that the connected chain is the configured one. */
@NullMarked
package io.amanat.chain.asset;

import org.jspecify.annotations.NullMarked;
