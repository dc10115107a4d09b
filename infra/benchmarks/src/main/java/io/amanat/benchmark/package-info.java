/** What the platform costs, measured beside PostgreSQL's own limit and stock Axon. Never part of a test run. */
@NullMarked
package io.amanat.benchmark;

import org.jspecify.annotations.NullMarked;
