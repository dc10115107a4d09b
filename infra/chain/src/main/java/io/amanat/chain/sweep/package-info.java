/** Collects what lies on deposit addresses into custody: planned, approved, given gas, signed by an operator elsewhere, sent, followed. */
@NullMarked
package io.amanat.chain.sweep;

import org.jspecify.annotations.NullMarked;
