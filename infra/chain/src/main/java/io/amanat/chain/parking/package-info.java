/** Steps between payments and custody that an aggregate refused, until a guard sends them again. */
@NullMarked
package io.amanat.chain.parking;

import org.jspecify.annotations.NullMarked;
