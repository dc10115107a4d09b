/** Purchase requests, the offers made on them, and the delivery. */
@NullMarked
package io.amanat.contract.marketplace;

import org.jspecify.annotations.NullMarked;
