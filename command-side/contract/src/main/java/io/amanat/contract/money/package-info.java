/** Exact money: whole numbers of an asset's smallest unit, never a floating-point number, never without its asset. */
@NullMarked
package io.amanat.contract.money;

import org.jspecify.annotations.NullMarked;
