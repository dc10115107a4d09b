/** Signing of payouts. The key stays behind the {@link io.amanat.chain.custody.Signer} port. */
@NullMarked
package io.amanat.chain.custody;

import org.jspecify.annotations.NullMarked;
