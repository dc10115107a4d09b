/** Rows, figures, ratios and goals, as a table for people and as JSON for programs. */
@NullMarked
package io.amanat.benchmark.report;

import org.jspecify.annotations.NullMarked;
