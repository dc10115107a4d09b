/** The one server that everything is measured on, and pgbench, which says what it can do. */
@NullMarked
package io.amanat.benchmark.postgres;

import org.jspecify.annotations.NullMarked;
