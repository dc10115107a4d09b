/** The way of a command: the platform's own, and stock Axon's with the same aggregates. */
@NullMarked
package io.amanat.benchmark.commands;

import org.jspecify.annotations.NullMarked;
