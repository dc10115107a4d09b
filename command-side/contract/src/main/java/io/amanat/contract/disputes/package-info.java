/** Disputes between buyer and seller, and how a resolver decides them. */
@NullMarked
package io.amanat.contract.disputes;

import org.jspecify.annotations.NullMarked;
