/** The whole platform: how long after a commit a row is there, what a query costs, what a start costs. */
@NullMarked
package io.amanat.benchmark.app;

import org.jspecify.annotations.NullMarked;
