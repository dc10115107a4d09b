/** Transactions that an operator signs elsewhere, with a key that never comes near the server. */
@NullMarked
package io.amanat.chain.hardware;

import org.jspecify.annotations.NullMarked;
