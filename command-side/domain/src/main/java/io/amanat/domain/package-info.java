/** Aggregates and their rules: what may happen and why not. One package per context. */
@NullMarked
package io.amanat.domain;

import org.jspecify.annotations.NullMarked;
