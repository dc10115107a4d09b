/** Watch-only derivation of deposit addresses (BIP-32, BIP-44). No private key is ever parsed here. */
@NullMarked
package io.amanat.chain.hd;

import org.jspecify.annotations.NullMarked;
